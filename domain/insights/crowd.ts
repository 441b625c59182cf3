import { FEWEST_PEOPLE } from './cases';

/** A part of a whole that is made of disjoint parts: whose each of its cases is, by id, as often as they have one. */
export interface Part {
  label: string;
  whose: readonly string[];
}

/** What may be told of a whole to whoever is told of crowds alone. */
export interface Crowd {
  /** As many people at least; in steps of five. */
  people: number;
  /** Each with the share of the cases in percent, in steps of five. */
  parts: { label: string; share: number }[];
  /** The share of all the others together; null where there are none. */
  others: number | null;
}

/** A finer share, or a count, would let one figure be taken from another. */
const STEP = 5;

/**
 * A whole as it may be told to who listens in: no part that is told is of fewer than five people, and neither is what
 * is left of the whole. Parts of fewer are told together, with the smallest of the others where they are too few even
 * so. Null where nothing can be told: fewer than five people, or no part that stands by itself.
 */
export function crowdOf(whole: readonly Part[]): Crowd | null {
  const present = whole.filter(({ whose }) => whose.length > 0);
  const shown = present.filter(({ whose }) => isCrowd(whose)).sort((a, b) => peopleOf(a.whose) - peopleOf(b.whose));
  const others = present.filter((part) => !shown.includes(part)).flatMap(({ whose }) => [...whose]);
  while (others.length > 0 && !isCrowd(others)) {
    const smallest = shown.shift();
    if (!smallest) return null;
    others.push(...smallest.whose);
  }
  if (shown.length === 0) return null;
  const all = present.flatMap(({ whose }) => [...whose]);
  const share = (cases: readonly string[]) => inSteps((cases.length / all.length) * 100);
  return {
    people: atLeast(all),
    parts: present.filter((part) => shown.includes(part)).map(({ label, whose }) => ({ label, share: share(whose) })),
    others: others.length === 0 ? null : share(others),
  };
}

/**
 * The share of some among all, in percent and steps of five; null where those, or all but those, are fewer than five
 * people and not nobody.
 */
export function crowdShare(some: readonly string[], others: readonly string[]): number | null {
  const told = crowdOf([
    { label: 'some', whose: some },
    { label: 'others', whose: others },
  ]);
  return told && (told.parts.find(({ label }) => label === 'some')?.share ?? 0);
}

/** Whether enough people stand behind something that it tells of nobody. */
export function isCrowd(whose: readonly string[]): boolean {
  return peopleOf(whose) >= FEWEST_PEOPLE;
}

/** How many people at least: in steps of five. */
export function atLeast(whose: readonly string[]): number {
  return Math.floor(peopleOf(whose) / STEP) * STEP;
}

/** To the nearest step of five. */
export function inSteps(value: number): number {
  return Math.round(value / STEP) * STEP;
}

/** Between which two a count lies, of whom one may know in steps of five: 8 is 5 to 9. */
export function stepOf(count: number): { from: number; to: number } {
  const from = Math.floor(count / STEP) * STEP;
  return { from, to: from + STEP - 1 };
}

/** How many different people. */
export function peopleOf(whose: readonly string[]): number {
  return new Set(whose).size;
}
