import { RUNG_COUNT, type Answer, type Read } from './vocabulary';

/** How many of those who voted chose each answer on one rung. */
export interface RungTotals {
  yes: number;
  unsure: number;
  no: number;
}

/** What is said of a rung without an answer. */
export const RUNG_UNANSWERED = 'Choose one: yes, not sure or no.';

/** Adds up blind reads, rung 1 first. No votes give five rungs of zeros. */
export function totalsOf(reads: readonly Read[]): RungTotals[] {
  return Array.from({ length: RUNG_COUNT }, (_, rung) => {
    const totals: RungTotals = { yes: 0, unsure: 0, no: 0 };
    for (const read of reads) totals[read[rung] as Answer] += 1;
    return totals;
  });
}

/** The room holds a rung when more than half of those who voted say yes. */
export function roomHolds(totals: RungTotals): boolean {
  return totals.yes * 2 > totals.yes + totals.unsure + totals.no;
}

/**
 * The first rung, 1 to 5, that is not held on every side given; `null` when all five hold.
 * A missing side (no room's read yet) is left out of the question.
 */
export function lowestOpenRung(read: readonly Answer[] | null, room: readonly RungTotals[] | null): number | null {
  for (let rung = 0; rung < RUNG_COUNT; rung += 1) {
    const totals = room?.[rung];
    if (read && read[rung] !== 'yes') return rung + 1;
    if (room && !(totals && roomHolds(totals))) return rung + 1;
  }
  return null;
}

/** The lowest rung, 1 to 5, that was answered and isn't held; null while there is none. */
export function openRungSoFar(ladder: readonly { answer: Answer | null }[]): number | null {
  const at = ladder.findIndex(({ answer }) => answer !== null && answer !== 'yes');
  return at < 0 ? null : at + 1;
}

/** The room's totals as one read, for glyphs and ladders of one rail: yes where it holds, else what most others said. */
export function roomRead(room: readonly RungTotals[]): Answer[] {
  return room.map((totals) => (roomHolds(totals) ? 'yes' : totals.unsure > totals.no ? 'unsure' : 'no'));
}

/** "lowest open rung 3", "all five rungs hold": what a reveal came to. */
export function openRungText(open: number | null): string {
  return open === null ? 'all five rungs hold' : `lowest open rung ${open}`;
}

/** "Looking back: lowest open rung 2.": what was said of a deal that is over; 0 for no rung. */
export function lookedBackText(rung: number): string {
  return `Looking back: ${openRungText(rung || null)}.`;
}

/** What the ladder says about the deal, in the product's own words. */
export function verdict(open: number | null): string {
  return open === null ? 'You have a responsibility to help.' : 'Close the lowest open rung, or move on.';
}

/** The room's read then as one rail: what it held is yes, the rest is open. */
export function heldRead(held: readonly boolean[] | null): Answer[] | null {
  return held && held.map((holds) => (holds ? 'yes' : 'no'));
}

type Told = readonly { answer: Answer }[] | null | undefined;

/**
 * The rungs, 1 to 5, that the ladder of a report closed: since the one told `before` it on the same commitment, or else
 * since what the room `held` at the reveal. Nothing where it tells none, or there is neither.
 */
export function closedBy(report: {
  ladder?: Told;
  before?: Told;
  held: readonly boolean[] | null | undefined;
}): number[] {
  const then = report.before?.map(({ answer }) => answer === 'yes') ?? report.held;
  if (!then || !report.ladder) return [];
  return report.ladder.flatMap(({ answer }, rung) => (answer === 'yes' && !then[rung] ? [rung + 1] : []));
}

/** What the ladder of a report came to: the rungs that it closed, and the lowest that is open; null where all five hold. */
export interface Climb {
  closed: number[];
  open: number | null;
}

/** What the ladder of a report came to, as `closedBy` counts; undefined where it tells none. */
export function climbOf(report: Parameters<typeof closedBy>[0]): Climb | undefined {
  const { ladder } = report;
  if (!ladder) return undefined;
  const read = ladder.map(({ answer }) => answer);
  return { closed: closedBy(report), open: lowestOpenRung(read, null) };
}

/** "Rung 3 closed.", "Lowest open rung now: 4.": what is said of a report's ladder, wherever it is told. */
export function climbSentences({ closed, open }: Climb): { closed: string | undefined; stands: string } {
  const words = closedText(closed);
  return {
    closed: words && `${words}.`,
    stands: open === null ? 'All five rungs hold now.' : `Lowest open rung now: ${open}.`,
  };
}

/** The same in one piece; undefined where there is no ladder to tell of. */
export function climbText(climb: Climb | null | undefined): string | undefined {
  if (!climb) return undefined;
  const { closed, stands } = climbSentences(climb);
  return closed ? `${closed} ${stands}` : stands;
}

/** "Rungs 3 and 5 closed": what holds now that did not hold then; undefined where nothing climbed. */
export function closedText(rungs: readonly number[]): string | undefined {
  if (rungs.length === 0) return undefined;
  if (rungs.length === 1) return `Rung ${rungs[0]} closed`;
  return `Rungs ${rungs.slice(0, -1).join(', ')} and ${rungs.at(-1)} closed`;
}
