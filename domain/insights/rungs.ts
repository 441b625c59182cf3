import { lowestOpenRung, type RungTotals } from '../ladder';
import { RUNGS, type Read } from '../vocabulary';
import type { TurnCase } from './cases';
import { percent, sum, topOf } from './numbers';

/** A turn whose ladder was revealed. */
export type RevealedCase = TurnCase & { read: Read; totals: RungTotals[] };

export function isRevealed(turn: TurnCase): turn is RevealedCase {
  return turn.read !== null && turn.totals !== null;
}

/** Where the deals stand: the latest revealed turn of each. */
export interface Stall {
  /** By rung, 1 to 5: the deals whose lowest open rung it is, by the room's read. */
  room: RevealedCase[][];
  /** The same by the rep's read. */
  rep: RevealedCase[][];
  /** How many had no rung open, by the room's read. */
  noneOpen: number;
  cases: RevealedCase[];
  /** The rung, 1 to 5, that most deals share by the room's read; null where two share the most, or none has any. */
  most: number | null;
}

/** The lowest open rung of each deal, by the room's read and by the rep's. `turns` are the latest first. */
export function stallOf(turns: readonly TurnCase[]): Stall {
  const seen = new Set<string>();
  const cases = turns.filter(isRevealed).filter(({ scenarioId }) => !seen.has(scenarioId) && seen.add(scenarioId));
  const rungsBy = (open: (one: RevealedCase) => number | null) =>
    RUNGS.map((_, rung) => cases.filter((one) => open(one) === rung + 1));
  const room = rungsBy(({ totals }) => lowestOpenRung(null, totals));
  const counts = room.map(({ length }) => length);
  const top = Math.max(...counts);
  const alone = top > 0 && counts.filter((count) => count === top).length === 1;
  return {
    room,
    rep: rungsBy(({ read }) => lowestOpenRung(read, null)),
    noneOpen: cases.length - sum(counts, (count) => count),
    cases,
    most: alone ? counts.indexOf(top) + 1 : null,
  };
}

/** On one rung, 1 to 5: how many percent of the reps said yes, and how many of the room's reads. */
export interface Gap {
  rung: number;
  rep: number;
  room: number;
}

/** How far reps and room lie apart on each rung, over all revealed turns, and where the most. */
export function gapsOf(turns: readonly TurnCase[]): {
  gaps: Gap[];
  widest: Gap | undefined;
  cases: RevealedCase[];
  reads: number;
} {
  const cases = turns.filter(isRevealed);
  const gaps = RUNGS.map((_, at) => {
    const totals = cases.flatMap((one) => one.totals[at] ?? []);
    return {
      rung: at + 1,
      rep: percent(cases.filter(({ read }) => read[at] === 'yes').length, cases.length) ?? 0,
      room:
        percent(
          sum(totals, ({ yes }) => yes),
          sum(totals, votesOf),
        ) ?? 0,
    };
  });
  const widest = topOf(gaps, ({ rep, room }) => Math.abs(rep - room));
  return { gaps, widest, cases, reads: sum(cases, readsOf) };
}

/** How many of the room read a deal. */
export function readsOf({ totals: [first] }: RevealedCase): number {
  return first ? votesOf(first) : 0;
}

function votesOf({ yes, unsure, no }: RungTotals): number {
  return yes + unsure + no;
}

/** A deal whose ladder was reported again after its reveal: the rungs that closed since, and those that opened. */
export interface Climb {
  turn: RevealedCase;
  closed: number[];
  opened: number[];
}

/** How the rep's own ladder stands now against the reveal, for each revealed turn with a later report of it. */
export function climbsOf(turns: readonly TurnCase[]): { climbs: Climb[]; up: number; level: number; down: number } {
  const climbs = turns.filter(isRevealed).flatMap((turn) => {
    const { read, ladderNow } = turn;
    if (!ladderNow) return [];
    const changed = (from: boolean) =>
      read.flatMap((answer, at) => ((answer === 'yes') === from && (ladderNow[at] === 'yes') !== from ? [at + 1] : []));
    return [{ turn, closed: changed(false), opened: changed(true) }];
  });
  const up = climbs.filter(({ closed, opened }) => closed.length > opened.length).length;
  const down = climbs.filter(({ closed, opened }) => closed.length < opened.length).length;
  return { climbs, up, level: climbs.length - up - down, down };
}
