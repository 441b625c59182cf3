import type { KindUse } from '@/domain/insights/coaching';
import type { PhaseTime } from '@/domain/insights/meeting';
import { percent } from '@/domain/insights/numbers';
import type { Gap, Stall } from '@/domain/insights/rungs';
import { capital, counted, inWords } from '@/domain/number-words';
import { OUTCOME_WORD, type ContributionKind, type Outcome } from '@/domain/vocabulary';

/** The words for a kind when there are several. */
export const KINDS_WORD: Record<ContributionKind, string> = {
  question: 'questions',
  advice: 'advice',
  challenge: 'challenges',
  story: 'stories',
  resource: 'resources',
  answer: 'answers',
};

/** What the ladders find: "Deals stall at rung 3." */
export function stallFinding({ most, cases, noneOpen }: Stall): string {
  if (most !== null) return `Deals stall at rung ${most}`;
  return noneOpen === cases.length ? 'Every deal holds all five' : 'Deals stall on several rungs';
}

/** What the reads find, side by side. A difference of up to ten points is none. */
export function gapFinding(widest: Gap | undefined): string {
  if (!widest || Math.abs(widest.rep - widest.room) <= 10) return 'Reps and room see the same ladder';
  return widest.rep > widest.room
    ? `At rung ${widest.rung}, reps see more than the room`
    : `At rung ${widest.rung}, the room sees more than the reps`;
}

/** "Seven in eight do what they said": a share in words, and how exact it is. */
export function followFinding(kept: number, closed: number): string {
  if (kept === closed) return 'Everybody does what they said';
  if (kept === 0) return 'Nobody did what they said in time';
  const { part, of } = fraction(kept / closed);
  if (part === 0) return `Few do what they said`;
  if (part === of) return 'Nearly everybody does what they said';
  return capital(`${inWords(part)} in ${inWords(of)} do what they said`);
}

/** The nearest share of at most eight that is not further than two points away, else the nearest. */
export function fraction(share: number): { part: number; of: number } {
  let best = { part: 0, of: 2, off: Infinity };
  for (let of = 2; of <= 8; of += 1) {
    const part = Math.round(share * of);
    const off = Math.abs(share - part / of);
    if (off < best.off - 0.005) best = { part, of, off };
  }
  return { part: best.part, of: best.of };
}

/** What became of the deals. Moving on is a result like any other. */
export function outcomeFinding(outcomes: readonly { outcome: Outcome; cases: readonly unknown[] }[]): string {
  const [top, next] = outcomes;
  if (!top || top.cases.length === next?.cases.length) return 'What became of the deals';
  if (top.outcome === 'moved_on') return 'Letting go is the most frequent result';
  return top.outcome === 'no_change'
    ? 'Most deals have not moved yet'
    : `Most often: ${OUTCOME_WORD[top.outcome].toLowerCase()}`;
}

/** How many ladders stand higher than at their reveal. */
export function climbFinding(up: number, all: number): string {
  return capital(`${inWords(up)} of ${counted(all, 'ladder')} ${up === 1 ? 'stands' : 'stand'} higher after coaching`);
}

/** Which kind helps the most often, where that can be said. */
export function kindFinding(kinds: readonly KindUse[]): string {
  const [best, second] = kinds.filter(({ count }) => count >= 5);
  const share = best && percent(best.helpful, best.count);
  if (!best || !share || (second && percent(second.helpful, second.count) === share)) return 'What helps';
  const word = KINDS_WORD[best.kind];
  return capital(`${word} ${best.kind === 'advice' ? 'helps' : 'help'} most often`);
}

/** Where the turns take longer than planned. */
export function timeFinding(times: readonly PhaseTime[]): string {
  const over = times.filter(({ took, planned }) => took > planned * 1.1);
  const [most] = [...over].sort((a, b) => b.took / b.planned - a.took / a.planned);
  return most ? `${capital(most.phase)} takes longer than planned` : 'Turns keep to their plan';
}

/** How much of the writing comes from how few. */
export function balanceFinding({ most, people }: { most: readonly string[]; people: number }): string {
  const half = most.length;
  if (half * 3 >= people) return 'Many voices';
  return capital(`${counted(half, 'person', 'people')} ${half === 1 ? 'writes' : 'write'} half of it`);
}

/** How often something was placed right. */
export function placedFinding(rep: number, room: number): string {
  if (rep === room) return 'Reps and room judge alike';
  return room > rep ? 'The room places the rung better' : 'Reps place the rung better';
}

/** Seconds as minutes and seconds: "9:40". */
export function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Days as one would say them. */
export function daysText(days: number): string {
  const whole = Math.round(days);
  if (whole < 14) return counted(whole, 'day');
  return counted(Math.round(whole / 7), 'week');
}

/** How long deals wait, as bars have it: from so many days on, and for less than so many. */
export const WAITED = [
  { key: 'same', label: 'Within a day', from: 0, to: 1 },
  { key: 'week', label: 'Within a week', from: 1, to: 8 },
  { key: 'fortnight', label: 'Within two', from: 8, to: 15 },
  { key: 'longer', label: 'Longer', from: 15, to: Infinity },
];
