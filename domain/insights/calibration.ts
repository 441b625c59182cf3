import { lowestOpenRung } from '../ladder';
import { FINAL_OUTCOMES } from '../vocabulary';
import type { TurnCase } from './cases';
import { isRevealed, type RevealedCase } from './rungs';

/** A deal that is over: where its lowest open rung turned out to be, and where rep and room had placed it. */
export interface Placed {
  turn: RevealedCase;
  /** 1 to 5, or null for none open. */
  was: number | null;
  rep: number | null;
  room: number | null;
}

/**
 * How often rep and room had placed the lowest open rung right, once a deal's outcome is known: won, lost or moved on.
 * Where it turned out to be is read from the ladder as last reported; a deal that was won without one had none open.
 * Others that were never reported with a ladder say nothing, and are counted as `silent`.
 */
export function calibrationOf(turns: readonly TurnCase[]): {
  placed: Placed[];
  repRight: number;
  roomRight: number;
  silent: number;
} {
  const over = turns.filter(isRevealed).filter(({ outcome }) => outcome !== null && FINAL_OUTCOMES.includes(outcome));
  const placed = over.flatMap((turn) => {
    const { ladderNow, outcome, read, totals } = turn;
    if (!ladderNow && outcome !== 'won') return [];
    const was = ladderNow ? lowestOpenRung(ladderNow, null) : null;
    return [{ turn, was, rep: lowestOpenRung(read, null), room: lowestOpenRung(null, totals) }];
  });
  return {
    placed,
    repRight: placed.filter(({ was, rep }) => was === rep).length,
    roomRight: placed.filter(({ was, room }) => was === room).length,
    silent: over.length - placed.length,
  };
}
