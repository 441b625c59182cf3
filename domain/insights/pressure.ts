import type { LabPressureCase } from './cases';
import { isCrowd, peopleOf } from './crowd';
import { groupBy, sum } from './numbers';

/** The lab's pipelines together: the means over the deals of several people, to a tenth. */
export interface Pressure {
  deals: number;
  people: number;
  otherLiveDeals: number;
  lifeOrDeath: number;
}

/** Whole months, the first and the last as YYYY-MM in UTC, and the lab's pipelines in them. */
export interface StretchPressure extends Pressure {
  from: string;
  until: string;
}

/**
 * What a lab may know of its reps' pipelines together: never of fewer than five people. It is told in stretches of
 * whole months that are over, each as short as five people make it, and the same ones whichever range is asked for; a
 * range, from `since`, has the stretches that end in it, whole, and its total is theirs. So nothing smaller than a stretch
 * can be had by taking one from another. `cases` are all that there are, each with what was in time for
 * its month (`isInTime`); instants in ms.
 */
export function labPressure(
  cases: readonly LabPressureCase[],
  since: number,
  now: number,
): { all: Pressure | null; stretches: StretchPressure[] } {
  const told = stretchesOf(cases, now).filter(({ until }) => until >= monthOf(since));
  const stretches = told.map(({ cases: own, ...months }) => ({ ...months, ...meansOf(own) }));
  return { all: told.length === 0 ? null : meansOf(told.flatMap(({ cases: own }) => own)), stretches };
}

/**
 * Whether what changed a deal's pipeline at an instant (ms) is in time for the month that the deal was brought in. What comes
 * later changes no stretch: from two looks at one, that one answer could be had.
 */
export function isInTime(changedAt: number, submittedAt: number): boolean {
  return monthOf(changedAt) <= monthOf(submittedAt);
}

interface Stretch {
  from: string;
  until: string;
  cases: LabPressureCase[];
}

/** The earliest first. What the last months hold waits until five people are in it. */
function stretchesOf(cases: readonly LabPressureCase[], now: number): Stretch[] {
  const over = cases.filter(({ submittedAt }) => monthOf(submittedAt) < monthOf(now));
  const months = [...groupBy(over, ({ submittedAt }) => monthOf(submittedAt))].sort(([a], [b]) => (a < b ? -1 : 1));
  const stretches: Stretch[] = [];
  let open: Stretch | undefined;
  for (const [month, own] of months) {
    open = { from: open?.from ?? month, until: month, cases: [...(open?.cases ?? []), ...own] };
    if (!isCrowd(repsOf(open.cases))) continue;
    stretches.push(open);
    open = undefined;
  }
  return stretches;
}

function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}

function repsOf(cases: readonly LabPressureCase[]): string[] {
  return cases.map(({ repId }) => repId);
}

function meansOf(cases: readonly LabPressureCase[]): Pressure {
  const mean = (of: (one: LabPressureCase) => number) => Math.round((sum(cases, of) / cases.length) * 10) / 10;
  return {
    deals: cases.length,
    people: peopleOf(repsOf(cases)),
    otherLiveDeals: mean(({ otherLiveDeals }) => otherLiveDeals),
    lifeOrDeath: mean(({ lifeOrDeath }) => lifeOrDeath),
  };
}
