import { ArrowRight } from 'lucide-react';
import { climbOf, climbSentences, heldRead } from '@/domain/ladder';
import type { Answer } from '@/domain/vocabulary';
import { Icon } from '../icon';
import { MiniLadder } from './mini-ladder';

interface ClimbLineProps {
  /** Which rungs the room held at the reveal, rung 1 first; null where nothing was revealed. */
  held: readonly boolean[] | null;
  /** Of one report alone: the ladder that was last told before it, which then counts in the room's place. */
  before?: Told;
  /** As it was told since. */
  ladder: Told;
}

type Told = readonly { answer: Answer }[] | null | undefined;

/** The ladder then and now as two glyphs, and in words what climbed. Nothing where nobody has said how it stands. */
export function ClimbLine({ held, before, ladder }: ClimbLineProps) {
  const climb = climbOf({ ladder, before, held });
  if (!ladder || !climb) return null;
  const now = ladder.map(({ answer }) => answer);
  const then = before?.map(({ answer }) => answer) ?? heldRead(held);
  const moved = then?.join() !== now.join();
  const { closed, stands } = climbSentences(climb);
  return (
    <p className="climb-line num">
      {then && moved && (
        <>
          <MiniLadder read={then} whose={before ? 'own' : 'room'} silent />
          <Icon as={ArrowRight} />
        </>
      )}
      <MiniLadder read={now} open={climb.open} silent />
      <span className="meta">
        {closed && <b>{closed} </b>}
        {stands}
      </span>
    </p>
  );
}
