import { FEWEST_PEOPLE, type PressureCase } from './cases';
import { groupBy, sum } from './numbers';

/** A month of the lab's pipelines: the means over its deals, to a tenth. */
export interface MonthPressure {
  /** YYYY-MM, in UTC. */
  month: string;
  deals: number;
  people: number;
  otherLiveDeals: number;
  lifeOrDeath: number;
}

/**
 * What a lab may know of its reps' pipelines together: never of fewer than five people, over all or in a month, nor by
 * taking one from the other: where the months that are left out are of fewer than five, they don't count in all either.
 */
export function labPressure(cases: readonly PressureCase[]): {
  all: Omit<MonthPressure, 'month'> | null;
  months: MonthPressure[];
} {
  const byMonth = [...groupBy(cases, ({ submittedAt }) => new Date(submittedAt).toISOString().slice(0, 7))];
  const shown = byMonth.filter(([, own]) => meansOf(own) !== null);
  const rest = byMonth.filter(([, own]) => meansOf(own) === null).flatMap(([, own]) => own);
  const counted = shown.length === 0 || meansOf(rest) ? cases : shown.flatMap(([, own]) => own);
  const months = shown
    .flatMap(([month, own]) => {
      const means = meansOf(own);
      return means ? [{ month, ...means }] : [];
    })
    .sort((a, b) => a.month.localeCompare(b.month));
  return { all: meansOf(counted), months };
}

function meansOf(cases: readonly PressureCase[]): Omit<MonthPressure, 'month'> | null {
  const people = new Set(cases.map(({ repId }) => repId)).size;
  if (people < FEWEST_PEOPLE) return null;
  const mean = (of: (one: PressureCase) => number) => Math.round((sum(cases, of) / cases.length) * 10) / 10;
  return {
    deals: cases.length,
    people,
    otherLiveDeals: mean(({ otherLiveDeals }) => otherLiveDeals),
    lifeOrDeath: mean(({ lifeOrDeath }) => lifeOrDeath),
  };
}
