import { FEWEST_CASES } from './cases';

/** A share in whole percent; null of nothing. */
export function percent(part: number, of: number): number | null {
  return of === 0 ? null : Math.round((part / of) * 100);
}

/** So many in a hundred; null where it would rest on fewer cases than a figure is made of. */
export function rate(part: number, of: number): number | null {
  return of < FEWEST_CASES ? null : percent(part, of);
}

/** "40%"; of few cases "2 of 3", of none "none". */
export function rateText(part: number, of: number): string {
  const told = rate(part, of);
  if (told !== null) return `${told}%`;
  return of === 0 ? 'none' : `${part} of ${of}`;
}

/** The middle value, or the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

export function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}

/** The one of a list with the highest score; the first of equals, and undefined of none. */
export function topOf<T>(list: readonly T[], score: (one: T) => number): T | undefined {
  let top: T | undefined;
  for (const one of list) if (top === undefined || score(one) > score(top)) top = one;
  return top;
}

/** A list by what each has in common, in the order of first appearance. */
export function groupBy<T, K>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
