import { CONTRIBUTION_KINDS, type ContributionKind } from '../vocabulary';
import type { WrittenCase } from './cases';
import { groupBy, percent, sum, topOf } from './numbers';

/** The kinds in which one coaches: answers are the hot seat's own. */
export const COACHING_KINDS = CONTRIBUTION_KINDS.filter((kind) => kind !== 'answer');

/** How often a kind was written, marked helpful, and used by a commitment. Answers are the hot seat's own: left out. */
export interface KindUse {
  kind: ContributionKind;
  count: number;
  helpful: number;
  used: number;
}

/** The kinds in the order of how large a share of each was helpful; what was never written comes last. */
export function kindsOf(written: readonly WrittenCase[]): KindUse[] {
  return COACHING_KINDS.map((kind) => ({ kind, ...totals(written.filter((one) => one.kind === kind)) })).sort(
    (a, b) => (percent(b.helpful, b.count) ?? -1) - (percent(a.helpful, a.count) ?? -1),
  );
}

/** Somebody whose words helped: how many of which kind the hot seat marked. */
export interface Helper {
  id: string;
  name: string;
  helpful: number;
  kinds: ReadonlyMap<ContributionKind, number>;
  /** The kind that helped most often. */
  mostly: ContributionKind | undefined;
}

/** Everybody whose words helped, by name: nobody is ranked. */
export function helpersOf(written: readonly WrittenCase[]): Helper[] {
  return byAuthor(coaching(written).filter(({ helpful }) => helpful > 0)).map(({ id, name, cases }) => ({
    id,
    name,
    helpful: sum(cases, ({ helpful }) => helpful),
    kinds: new Map(cases.map((one) => [one.kind, one.helpful])),
    mostly: topOf(cases, ({ helpful }) => helpful)?.kind,
  }));
}

/** How much everybody wrote, answers too, by name. */
export function writersOf(written: readonly WrittenCase[]): { id: string; name: string; count: number }[] {
  return byAuthor(written).map(({ id, name, cases }) => ({ id, name, count: sum(cases, ({ count }) => count) }));
}

/** How the writing is spread, answers too: the fewest people who wrote half of it, by id, and how many percent it is. */
export function balanceOf(written: readonly WrittenCase[]): {
  people: number;
  most: string[];
  share: number;
  count: number;
} {
  const writers = writersOf(written).sort((a, b) => b.count - a.count);
  const all = sum(writers, ({ count }) => count);
  const most: string[] = [];
  let reached = 0;
  for (const { id, count } of writers) {
    if (reached * 2 >= all) break;
    most.push(id);
    reached += count;
  }
  return { people: writers.length, most, share: percent(reached, all) ?? 0, count: all };
}

function byAuthor(written: readonly WrittenCase[]): { id: string; name: string; cases: WrittenCase[] }[] {
  return [...groupBy(written, ({ authorId }) => authorId)]
    .map(([id, cases]) => ({ id, name: cases[0]?.authorName ?? '', cases }))
    .sort((a, b) => a.name.localeCompare(b.name));
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
