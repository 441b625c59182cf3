import type { Answer } from '@/domain/vocabulary';
import { RUNGS } from '@/domain/vocabulary';
import { roomHolds, type RungTotals } from '@/domain/ladder';
import { ANSWER_WORDS, type LadderView } from './types';

/** How many rated a rung. */
export function ratedBy({ yes, unsure, no }: RungTotals): number {
  return yes + unsure + no;
}

/** "2 yes, 3 not sure, 2 no", without the words that nobody chose; what was said to be yes always leads. */
export function totalsText(totals: RungTotals): { lead: string; rest: string } {
  const rest = [totals.unsure && `, ${totals.unsure} not sure`, totals.no && `, ${totals.no} no`];
  return { lead: `${totals.yes} yes`, rest: rest.filter(Boolean).join('') };
}

/** One sentence a rung, rung 1 first: what the reveal says aloud. */
export function revealSentences(
  read: readonly Answer[] | null,
  room: readonly RungTotals[],
  rep: string,
  open: number | null,
): string[] {
  return RUNGS.map((statement, rung) => {
    const own = read?.[rung];
    const totals = room[rung];
    const { lead, rest } = totals ? totalsText(totals) : { lead: 'no reads', rest: '' };
    const tail = open === rung + 1 ? ' The lowest open rung.' : '';
    return `Rung ${rung + 1}: ${statement} ${own ? `${rep}: ${ANSWER_WORDS[own].toLowerCase()}. ` : ''}The room: ${lead}${rest}.${tail}`;
  });
}

/** What the right end of a rung says beside the statement. */
export function rungAnswer(view: LadderView, rung: number): string {
  if (view.mode === 'outline') return '';
  if (view.mode === 'two') {
    const totals = view.room[rung];
    return totals ? `${totals.yes} of ${ratedBy(totals)}` : '';
  }
  const answer = view.read[rung];
  return answer ? ANSWER_WORDS[answer] : '';
}

/** Whether the rep and the room part at a rung, 0 to 4: one of them holds it, the other does not. */
export function readsPart(view: LadderView, rung: number): boolean {
  const totals = view.mode === 'two' ? view.room[rung] : undefined;
  return view.mode === 'two' && view.read !== null && totals !== undefined
    ? (view.read[rung] === 'yes') !== roomHolds(totals)
    : false;
}

/** The lowest rung, 1 to 5, at which the reads part; null where they agree on all that holds. */
export function partingRung(view: LadderView): number | null {
  const at = RUNGS.findIndex((_, rung) => readsPart(view, rung));
  return at < 0 ? null : at + 1;
}
