import type { Metadata } from 'next';
import { LabBar } from '@/app/lab-bar';
import { NotesPart } from '@/app/notes/notes-part';
import { pledgeFirst } from '@/app/pledged';
import { sessionRecap } from '@/db/recap';
import { heldInstead } from '@/db/session-place';
import type { Recap } from '@/domain/recap';
import { saidBy } from '../live/never-sent/unsent';
import { placeFor } from '../place';
import { ClosingRound } from './closing-round';
import { NeverSentThen } from './never-sent-then';
import { NotReached } from './not-reached';
import { RecapFoot } from './recap-foot';
import { RecapHead } from './recap-head';
import { RollCalled } from './roll-called';
import { Takeaways } from './takeaways';
import { Turn } from './turn';

interface RecapPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: RecapPageProps): Promise<Metadata> {
  const { place } = await placeFor((await params).id);
  return { title: `Recap, session ${place.number} · ${place.lab.name}` };
}

/**
 * What is remembered of a session, as the room may see it: written as it goes, final once a host ends it. It stays in
 * the lab: one who has not agreed to the pledge does that first.
 */
export default async function RecapPage({ params }: RecapPageProps) {
  const { person, place } = await placeFor((await params).id);
  if (!place.pledged) pledgeFirst(place.lab.slug, `/sessions/${place.id}/recap`);
  const source = await sessionRecap(place);
  const { recap, name } = source;
  const instead = place.status === 'cancelled' ? await heldInstead(place) : undefined;
  return (
    <>
      <LabBar person={person} membership={place} />
      <main id="main" className="page recap">
        <RecapHead place={place} source={source} instead={instead} />
        {recap.turns.map((turn) => (
          <Turn
            key={turn.turnId}
            turn={turn}
            name={name}
            place={place}
            commits={turn.repId === person.id ? commitsIn(recap) : undefined}
          />
        ))}
        {recap.floor.map((question) => (
          <ClosingRound key={question.id} question={question} name={name} />
        ))}
        <Takeaways takeaways={recap.takeaways} name={name} />
        <RollCalled items={recap.rollCall} name={name} />
        {recap.status === 'ended' && (
          <NeverSentThen
            sessionId={place.id}
            viewerId={person.id}
            said={saidBy(person.id, { ...recap, questions: recap.floor })}
          />
        )}
        <NotReached source={source} place={place} />
        <NotesPart viewerId={person.id} subject={{ session: place.id }} label="About this session" />
        <RecapFoot source={source} pledge={place.lab.pledge} />
      </main>
    </>
  );
}

/** Whether who has not committed yet finds a place for it in the room now, or once the turn under way is over. */
function commitsIn({ status, inTurn }: Recap): 'now' | 'later' | undefined {
  if (status !== 'live' && status !== 'closing') return undefined;
  return inTurn ? 'later' : 'now';
}
