import { lowestOpenRung } from '../ladder';
import { FINAL_OUTCOMES } from '../vocabulary';
import type { TurnCase } from './cases';
import { isRevealed, type RevealedCase } from './rungs';

/** A deal that is over: where its lowest open rung was when it was coached, and where rep and room had placed it. */
export interface Placed {
  turn: RevealedCase;
  /** 1 to 5, or null for none open. */
  was: number | null;
  rep: number | null;
  room: number | null;
}

/**
 * How often rep and room had placed the lowest open rung right, once a deal's outcome is known: won, lost or moved on.
 * Where it was is what was said looking back. Without that, a deal that was lost or moved on stood where its last ladder
 * leaves it, if that was told with the outcome or after it; the others say nothing, and are counted as `silent`: of a deal
 * that was won, coaching may have closed the rung that was rightly read as open. That ladder, like a look back, may be
 * anybody's: it is what both reads of the reveal are held against, and nobody's read (C12).
 */
export function calibrationOf(turns: readonly TurnCase[]): {
  placed: Placed[];
  repRight: number;
  roomRight: number;
  silent: number;
} {
  const over = turns.filter(isRevealed).filter(({ outcome }) => outcome !== null && FINAL_OUTCOMES.includes(outcome));
  const placed = over.flatMap((turn) => {
    const { read, totals } = turn;
    const was = openWhenCoached(turn);
    if (was === undefined) return [];
    return [{ turn, was, rep: lowestOpenRung(read, null), room: lowestOpenRung(null, totals) }];
  });
  return {
    placed,
    repRight: placed.filter(({ was, rep }) => was === rep).length,
    roomRight: placed.filter(({ was, room }) => was === room).length,
    silent: over.length - placed.length,
  };
}

/** Null where none was open; undefined where nobody can say. */
function openWhenCoached({ lookingBack, ladderThen, outcome }: RevealedCase): number | null | undefined {
  if (lookingBack !== null) return lookingBack || null;
  return ladderThen && outcome !== 'won' ? lowestOpenRung(ladderThen, null) : undefined;
}
