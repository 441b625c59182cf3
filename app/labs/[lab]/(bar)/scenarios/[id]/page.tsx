import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { NotesPart } from '@/app/notes/notes-part';
import { pledgedMemberOf } from '@/app/pledged';
import { viewerHere } from '@/app/viewer';
import { namesOf } from '@/db/people';
import { scenarioLife } from '@/db/scenario-life';
import { isId } from '@/domain/people';
import type { ScenarioLife } from '@/domain/scenario-life';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { LifeHead } from './life-head';
import { Ladders } from './ladders';
import { shownOf, type LifeAsked, type ShownLife } from './shown-life';
import { Story } from './story';
import { Timeline } from './timeline';

interface ScenarioPageProps {
  params: Promise<{ lab: string; id: string }>;
  searchParams: Promise<LifeAsked>;
}

const lifeFor = cache(async (slug: string, id: string) => {
  const { membership } = await pledgedMemberOf(slug, `/labs/${slug}/scenarios/${id}`);
  const life = isId(id) ? await scenarioLife(membership, id) : undefined;
  if (!life) notFound();
  return { membership, life };
});

export async function generateMetadata({ params }: ScenarioPageProps): Promise<Metadata> {
  const { lab, id } = await params;
  const { life } = await lifeFor(lab, id);
  return { title: life.scenario.title };
}

/** One deal, for good: its story, its ladders, and what became of it. It stays in the lab: the pledge comes first. */
export default async function ScenarioPage({ params, searchParams }: ScenarioPageProps) {
  const { lab: slug, id } = await params;
  const { membership, life } = await lifeFor(slug, id);
  const shown = await shownOf(life, await searchParams);
  const names = await namesOf(membership.lab.id, peopleIn(life, shown));
  const name = (personId: string) => names.get(personId) ?? FORMER_MEMBER;
  const { locale } = await viewerHere();
  const given = { membership, life, name, locale };
  return (
    <main id="main" className="page life">
      <LifeHead {...given} />
      <div className="life-halves">
        <Story scenario={life.scenario} own={life.scenario.repId === membership.userId} />
        <Ladders {...given} />
      </div>
      <Timeline {...given} shown={shown} />
      <NotesPart viewerId={membership.userId} subject={{ scenario: id }} label="About this deal" />
    </main>
  );
}

function peopleIn({ scenario, commitments, answers, checkIns }: ScenarioLife, { turns }: ShownLife): string[] {
  return [
    scenario.repId,
    ...scenario.seconds,
    ...turns.flatMap(({ words }) => words.map(({ by }) => by)),
    ...commitments.flatMap(({ usesOf }) => usesOf),
    ...answers.map(({ askedBy }) => askedBy),
    ...checkIns.map(({ by }) => by),
  ];
}
