import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pledgeFirst } from '@/app/pledged';
import { replayFacts } from '@/db/replay';
import { NeedsScripts } from '@/ui/needs-scripts';
import { placeFor } from '../place';
import { Replay } from './replay';

interface ReplayPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ at?: string | string[]; turn?: string | string[] }>;
}

export async function generateMetadata({ params }: ReplayPageProps): Promise<Metadata> {
  const { place } = await placeFor((await params).id);
  return { title: `Replay, session ${place.number} · ${place.lab.name}` };
}

/**
 * An ended session as it happened, for the members of its lab. `at` is the moment it opens at, in seconds from the start;
 * `turn` is the turn at whose beginning it opens.
 */
export default async function ReplayPage({ params, searchParams }: ReplayPageProps) {
  const { person, place } = await placeFor((await params).id);
  const { at, turn } = await searchParams;
  if (!place.pledged) {
    const moment = new URLSearchParams(
      Object.entries({ at, turn }).filter((one): one is [string, string] => typeof one[1] === 'string'),
    );
    pledgeFirst(place.lab.slug, `/sessions/${place.id}/replay${moment.size > 0 ? `?${moment}` : ''}`);
  }
  if (place.status !== 'ended') redirect(`/sessions/${place.id}`);
  const facts = await replayFacts(place, person.id);
  if (!facts) redirect(`/sessions/${place.id}`);
  const begun = typeof turn === 'string' ? facts.turns[turn] : undefined;
  const seconds = begun === undefined ? Number(at) : (begun - facts.from) / 1000;
  return (
    <>
      <NeedsScripts>A replay needs a browser with scripts switched on. The recap works without.</NeedsScripts>
      <Replay
        session={{ id: place.id, number: place.number, lab: place.lab }}
        viewer={{ id: person.id, name: person.name, role: place.role }}
        facts={facts}
        opensAt={Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : 0}
      />
    </>
  );
}
