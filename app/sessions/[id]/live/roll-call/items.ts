import type { CheckIn, RollCallItem } from '@/domain/session/state';
import { timeText } from '@/ui/time-text';

/** What became of a commitment, as far as it is known. */
export function becameOf(item: RollCallItem): CheckIn | undefined {
  return item.checkIn ?? item.checkedIn;
}

/** The next one to ask about after `from`, going round once; undefined when everyone was asked. */
export function nextOpen(items: readonly RollCallItem[], from: number): number | undefined {
  for (let step = 1; step <= items.length; step += 1) {
    const at = (from + step) % items.length;
    const item = items[at];
    if (item && at !== from && !becameOf(item)) return at;
  }
  return undefined;
}

/** How many were not asked about yet. */
export function leftOpen(items: readonly RollCallItem[]): number {
  return items.filter((item) => !becameOf(item)).length;
}

/** Where the roll call stands when nobody has picked one: the first that was not asked, else the last. */
export function firstOpen(items: readonly RollCallItem[]): number {
  const open = items.findIndex((item) => !becameOf(item));
  return open < 0 ? items.length - 1 : open;
}

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** "Last Thursday", or "On Thursday 12 November" once that is more than a week ago; instants in ms. */
export function saidWhen(madeAt: number, now: number, timeZone: string, locale: string): string {
  if (now - madeAt <= WEEK_MS) return `Last ${timeText(madeAt, 'weekday', locale, timeZone)}`;
  return `On ${timeText(madeAt, 'day', locale, timeZone)}`;
}
