import { capital } from '@/domain/number-words';
import type { CheckIn, Id, RollCallItem } from '@/domain/session/state';

/** What became of a commitment, as far as it is known. */
export function becameOf(item: RollCallItem): CheckIn | undefined {
  return item.checkIn ?? item.checkedIn;
}

/** Whose word the ladder as it stands is, under it and for those who listen; `by` is undefined where an older log doesn't say. */
export function whoseLadder(by: Id | undefined, repId: Id, name: string): { detail: string; label: string } {
  if (by === undefined) return { detail: 'as last told', label: 'The ladder now, as last told' };
  if (by === repId) return { detail: `${capital(name)}’s read`, label: `${capital(name)}’s read now` };
  return { detail: `reported by ${name}`, label: `The ladder now, reported by ${name}` };
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

/** Whether it was said at most a week ago: then its weekday says when. Instants in ms. */
export function saidLately(madeAt: number, now: number): boolean {
  return now - madeAt <= WEEK_MS;
}
