import type { Metadata } from 'next';
import { pledgedMemberWho } from '@/app/pledged';
import { ExportLinks } from '@/app/exports/export-links';
import { mayInLab } from '@/domain/lab-permissions';
import { face } from '@/server/face';
import { Link } from '@/ui/link';
import { DeleteLab } from './delete-lab';

interface DataPageProps {
  params: Promise<{ lab: string }>;
}

const memberHere = (slug: string) => pledgedMemberWho(slug, 'lab.export', `/labs/${slug}/settings/data`);

export async function generateMetadata({ params }: DataPageProps): Promise<Metadata> {
  await memberHere((await params).lab);
  return { title: 'Export and delete' };
}

/** A lab to take along, and its end; for hosts. */
export default async function DataPage({ params }: DataPageProps) {
  const { membership } = await memberHere((await params).lab);
  const { lab } = membership;
  return (
    <main id="main" className="page">
      <p className="meta">
        <Link className="reach" href={`/labs/${lab.slug}/settings`}>
          Settings
        </Link>
      </p>
      <h1 className="mt-2 mb-9">Export and delete</h1>
      <section className="set" id="export">
        <div>
          <h2>Export</h2>
          <p className="meta">At any time, also while a session runs.</p>
        </div>
        <div>
          <p className="soft mb-4">
            Sessions, deals, contributions, commitments, check-ins and the closing rounds, as the room may read them.
            What was hidden, taken back, never revealed or never released is not in it, and nobody’s notes are.
          </p>
          <ExportLinks address={`/api/exports/labs/${lab.slug}`} />
        </div>
      </section>
      {mayInLab(membership, 'lab.delete') && (
        <section className="set" id="delete">
          <div>
            <h2>Delete the lab</h2>
            <p className="meta">For everyone in it.</p>
          </div>
          <DeleteLab slug={lab.slug} name={lab.name} mails={face().mail.sends} />
        </section>
      )}
    </main>
  );
}
