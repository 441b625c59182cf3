import { FEWEST_CASES } from '@/domain/insights/cases';
import type { Range } from '@/domain/insights/range';

/** How somebody looks at a lab's figures. */
export interface Look {
  slug: string;
  range: Range;
  /** Figures as tables instead of drawings. */
  tables: boolean;
  /** Names and deals are shown: to members who take part, and to nobody who listens in. */
  personal: boolean;
}

/** The address of the same page, looked at otherwise. */
export function lookAt({ slug, range, tables }: Pick<Look, 'slug' | 'range' | 'tables'>): string {
  const query = new URLSearchParams({ ...(range === 'all' ? {} : { range }), ...(tables ? { tables: '1' } : {}) });
  const asked = query.toString();
  return `/labs/${slug}/insights${asked && `?${asked}`}`;
}

/** Too few for a figure: it would say more than it knows. */
export function tooFew(cases: number): boolean {
  return cases < FEWEST_CASES;
}
