import { ArrowRight } from 'lucide-react';
import { closedSince, closedText, heldRead, lowestOpenRung } from '@/domain/ladder';
import type { Answer } from '@/domain/vocabulary';
import { Icon } from '../icon';
import { MiniLadder } from './mini-ladder';

interface ClimbLineProps {
  /** Which rungs the room held at the reveal, rung 1 first; null where nothing was revealed. */
  held: readonly boolean[] | null;
  /** As the rep has it since. */
  ladder: readonly { answer: Answer }[] | null | undefined;
}

/** The ladder then and now as two glyphs, and in words what climbed. Nothing where the rep has not said how it stands. */
export function ClimbLine({ held, ladder }: ClimbLineProps) {
  if (!ladder) return null;
  const now = ladder.map(({ answer }) => answer);
  const then = heldRead(held);
  const open = lowestOpenRung(now, null);
  const closed = held ? closedText(closedSince(held, now)) : undefined;
  return (
    <p className="climb-line num">
      {then && (
        <>
          <MiniLadder read={then} whose="room" silent />
          <Icon as={ArrowRight} />
        </>
      )}
      <MiniLadder read={now} open={open} silent />
      <span className="meta">
        {closed && <b>{closed}. </b>}
        {open === null ? 'All five rungs hold now.' : `Lowest open rung now: ${open}.`}
      </span>
    </p>
  );
}
