import { CONTRIBUTION_KINDS, type ContributionKind } from '../vocabulary';
import type { WrittenCase } from './cases';
import { groupBy, percent, sum, topOf } from './numbers';

/** How often a kind was written, marked helpful, and used by a commitment. Answers are the hot seat's own: left out. */
export interface KindUse {
  kind: ContributionKind;
  count: number;
  helpful: number;
  used: number;
}

/** The kinds in the order of how large a share of each was helpful; what was never written comes last. */
export function kindsOf(written: readonly WrittenCase[]): KindUse[] {
  return CONTRIBUTION_KINDS.filter((kind) => kind !== 'answer')
    .map((kind) => ({ kind, ...totals(written.filter((one) => one.kind === kind)) }))
    .sort((a, b) => (percent(b.helpful, b.count) ?? -1) - (percent(a.helpful, a.count) ?? -1));
}

/** What one person wrote, and in which kind the most of what helped. */
export interface Coach {
  id: string;
  name: string;
  count: number;
  helpful: number;
  used: number;
  mostly: ContributionKind | undefined;
}

/** Everybody who coached, by how much of it was marked helpful, then by name: no places are given. */
export function coachesOf(written: readonly WrittenCase[]): Coach[] {
  return [...groupBy(coaching(written), ({ authorId }) => authorId)]
    .map(([id, cases]) => ({
      id,
      name: cases[0]?.authorName ?? '',
      ...totals(cases),
      mostly: topOf(cases, (one) => one.helpful * 1_000 + one.count)?.kind,
    }))
    .sort((a, b) => b.helpful - a.helpful || a.name.localeCompare(b.name));
}

/** How the writing is spread: the fewest people who wrote half of it, of how many, and how many percent they wrote. */
export function balanceOf(written: readonly WrittenCase[]): {
  people: number;
  half: number;
  share: number;
  count: number;
} {
  const counts = [...groupBy(written, ({ authorId }) => authorId).values()]
    .map((cases) => sum(cases, ({ count }) => count))
    .sort((a, b) => b - a);
  const all = sum(counts, (count) => count);
  let half = 0;
  let reached = 0;
  for (; reached * 2 < all; half += 1) reached += counts[half] ?? 0;
  return { people: counts.length, half, share: percent(reached, all) ?? 0, count: all };
}

function coaching(written: readonly WrittenCase[]): WrittenCase[] {
  return written.filter(({ kind }) => kind !== 'answer');
}

function totals(cases: readonly WrittenCase[]): { count: number; helpful: number; used: number } {
  return {
    count: sum(cases, ({ count }) => count),
    helpful: sum(cases, ({ helpful }) => helpful),
    used: sum(cases, ({ used }) => used),
  };
}
