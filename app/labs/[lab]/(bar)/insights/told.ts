import { FEWEST_PEOPLE, type TurnCase } from '@/domain/insights/cases';
import { atLeast, crowdOf, type Part } from '@/domain/insights/crowd';
import { readsOf, type RevealedCase } from '@/domain/insights/rungs';
import { capital, inWords } from '@/domain/number-words';

/** A figure as it is told to who listens in. Without rows there are too few people for it. */
export interface Told {
  what: string;
  /** What is counted, and of how many at least. */
  lead: string;
  head: readonly string[];
  rows: readonly ToldRow[];
}

export interface ToldRow {
  label: string;
  value: number;
  text: string;
  /** The plan, beside it. */
  beside?: number;
  besideText?: string;
}

const ROUNDED = 'rounded to the nearest 5%';
const ROUNDED_HEAD = '%, to the nearest 5';

/** "rests on at least five people". */
export function restsOn(people: number): string {
  return `rests on at least ${inWords(people)} people`;
}

/** A whole by its parts, in percent. */
export function shares(what: string, noun: string, parts: readonly Part[]): Told {
  const crowd = crowdOf(parts);
  const rows = crowd?.parts.map(({ label, share }) => row(label, share)) ?? [];
  const others = crowd?.others ?? null;
  return {
    what,
    lead: crowd ? `${capital(restsOn(crowd.people))}; ${ROUNDED}, so that the parts need not make a hundred.` : '',
    head: [noun, ROUNDED_HEAD],
    rows: others === null ? rows : [...rows, row('Others', others)],
  };
}

export function row(label: string, share: number): ToldRow {
  return { label, value: share, text: share === 0 ? 'under 5%' : `${share}%` };
}

/** How many in a hundred, row by row; `whose` are all that stand behind them. */
export function rates(
  what: string,
  head: string,
  says: string,
  whose: readonly string[],
  rows: readonly ToldRow[],
): Told {
  return { what, lead: `${says}, ${ROUNDED}; ${restsOn(atLeast(whose))}.`, head: [head, ROUNDED_HEAD], rows };
}

/** Deals, by whose they are. */
export function part(label: string, cases: readonly TurnCase[]): Part {
  return { label, whose: cases.map(({ repId }) => repId) };
}

/** Whose cases are so, and whose are not. */
export function split<T>(
  cases: readonly T[],
  isSo: (one: T) => boolean,
  whose: (one: T) => string,
): [string[], string[]] {
  return [cases.filter(isSo).map(whose), cases.filter((one) => !isSo(one)).map(whose)];
}

/** Whether five people read: who did isn't looked at, but those at one reveal were as many different people. */
export function areRead(cases: readonly RevealedCase[]): boolean {
  return mostIn(cases, readsOf) >= FEWEST_PEOPLE;
}

export function mostIn(cases: readonly RevealedCase[], of: (one: RevealedCase) => number): number {
  return Math.max(0, ...cases.map(of));
}
