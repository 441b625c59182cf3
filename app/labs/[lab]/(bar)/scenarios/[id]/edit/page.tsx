import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { pledgedMemberOf } from '@/app/pledged';
import { namesOf } from '@/db/people';
import { editableScenario } from '@/db/scenarios';
import { draftFrom } from '@/domain/deal-draft';
import { isId } from '@/domain/people';
import { EditDeal } from './edit-deal';

interface EditPageProps {
  params: Promise<{ lab: string; id: string }>;
}

const editableFor = cache(async (slug: string, id: string) => {
  const { membership } = await pledgedMemberOf(slug, `/labs/${slug}/scenarios/${id}/edit`);
  if (membership.lab.archivedAt) redirect(`/labs/${slug}`);
  const found = isId(id) ? await editableScenario(membership, id) : undefined;
  if (!found) notFound();
  return { membership, ...found };
});

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  const { lab, id } = await params;
  await editableFor(lab, id);
  return { title: 'Edit a deal' };
}

/** A waiting deal, for its rep and the hosts to change. */
export default async function EditPage({ params }: EditPageProps) {
  const { lab: slug, id } = await params;
  const { membership, scenario, base, heard } = await editableFor(slug, id);
  const own = scenario.repId === membership.userId;
  return (
    <main id="main" className="page deal-page">
      <EditDeal
        slug={slug}
        labName={membership.lab.name}
        viewerId={membership.userId}
        scenarioId={id}
        heard={heard}
        rep={own ? undefined : (await namesOf(membership.lab.id, [scenario.repId])).get(scenario.repId)}
        read={{ base, draft: draftFrom(scenario) }}
      />
    </main>
  );
}
