import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Split } from '@/app/(public)/split';
import { memberOf } from '@/app/current-person';
import { localPath } from '@/app/local-path';
import { PledgeForm } from './pledge-form';

interface PledgePageProps {
  params: Promise<{ lab: string }>;
  searchParams: Promise<{ next?: string }>;
}

export async function generateMetadata({ params }: PledgePageProps): Promise<Metadata> {
  await memberOf((await params).lab);
  return { title: 'The pledge' };
}

/** Agreed to once, before the first session. */
export default async function PledgePage({ params, searchParams }: PledgePageProps) {
  const { lab: slug } = await params;
  const next = localPath((await searchParams).next, `/labs/${slug}`);
  const { person, membership } = await memberOf(slug);
  if (membership.pledgedAt) redirect(next);
  return (
    <Split foot="Asked once, and again where a host changes it.">
      <p className="meta text-3">Welcome, {person.name}</p>
      <h1 className="mt-2 mb-[10px]">Before your first session</h1>
      <p className="soft">
        People bring deals that are going badly, and say so, because {membership.lab.name} keeps it to itself.
      </p>
      <PledgeForm slug={slug} next={next} pledge={membership.lab.pledge} />
    </Split>
  );
}
