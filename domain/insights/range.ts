export const RANGES = ['weeks', 'year', 'all'] as const;
/** Which stretch of a lab's history is looked at: the last eight weeks, this calendar year, or all of it. */
export type Range = (typeof RANGES)[number];

const EIGHT_WEEKS_MS = 8 * 7 * 86_400_000;

/** A range as an address may name it; anything else is all. */
export function rangeOf(typed: string | string[] | undefined): Range {
  return RANGES.find((range) => range === typed) ?? 'all';
}

/** When a range begins, in ms since the epoch; the year begins in UTC. */
export function rangeSince(range: Range, now: number): number {
  if (range === 'weeks') return now - EIGHT_WEEKS_MS;
  return range === 'year' ? Date.UTC(new Date(now).getUTCFullYear(), 0, 1) : 0;
}
