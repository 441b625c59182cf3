import { FEWEST_CASES } from '@/domain/insights/cases';
import type { Range } from '@/domain/insights/range';

/** How somebody looks at a lab's figures. */
export interface Look {
  slug: string;
  range: Range;
  /** Figures as tables instead of drawings. */
  tables: boolean;
  /** The figure whose list is open, and which page of it, from 1. */
  behind?: { figure: string; page: number } | undefined;
}

/** How many cases a page of a list has. */
export const PAGE_CASES = 50;

/** The address of the same page, looked at otherwise; at the figure whose list is open. */
export function lookAt({ slug, range, tables, behind }: Look): string {
  const query = new URLSearchParams({
    ...(range === 'all' ? {} : { range }),
    ...(tables ? { tables: '1' } : {}),
    ...(behind ? { behind: behind.figure, page: String(behind.page) } : {}),
  });
  const asked = query.toString();
  return `/labs/${slug}/insights${asked && `?${asked}`}${behind ? `#${behind.figure}` : ''}`;
}

/** Which list an address opens; undefined for none. */
export function behindIn(given: Record<string, string | string[] | undefined>): Look['behind'] {
  const { behind, page } = given;
  if (typeof behind !== 'string') return undefined;
  const asked = Number(page);
  return { figure: behind, page: Number.isInteger(asked) && asked > 1 && asked <= 10_000 ? asked : 1 };
}

/** Which page of a figure's list of so many cases is shown, from 1: the last one, where there are not so many. */
export function pageIn({ behind }: Pick<Look, 'behind'>, figure: string, count: number): number {
  return behind?.figure === figure ? Math.min(behind.page, lastPage(count)) : 1;
}

export function lastPage(count: number): number {
  return Math.max(1, Math.ceil(count / PAGE_CASES));
}

/** Too few for a figure: it would say more than it knows. */
export function tooFew(cases: number): boolean {
  return cases < FEWEST_CASES;
}
