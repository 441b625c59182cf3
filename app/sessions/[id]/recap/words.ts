import { capital, counted, inWords } from '@/domain/number-words';
import { REOPEN_MS } from '@/domain/permissions';
import type { Recap } from '@/domain/recap';
import { HOUSE_LOCALE, timeText, type TimeForm } from '@/ui/time-text';
import { zonePlace } from '@/ui/zone-place';

/** "Four deals, one let go". */
export function titleOf({ counts }: Recap): string {
  const deals = capital(counted(counts.turns, 'deal'));
  return counts.movedOn > 0 ? `${deals}, ${inWords(counts.movedOn)} let go` : deals;
}

/** From when to when it ran, ISO 8601; its plan while it has not begun. `soFar`: it runs. */
export function timesOf(recap: Recap, planned: string): { from: string; to: string | undefined; soFar: boolean } {
  const { startedAt, endedAt } = recap;
  return { from: startedAt ?? planned, to: endedAt, soFar: startedAt !== undefined && !endedAt };
}

/** "Thursday, 26 November 2026, 17:00 to 18:31, London time", in the lab's zone, for the Markdown; only the plan while it has not begun. */
export function whenOf(recap: Recap, planned: string, timeZone: string): string {
  const write = (at: string, form: TimeForm) => timeText(Date.parse(at), form, HOUSE_LOCALE, timeZone);
  const { from, to, soFar } = timesOf(recap, planned);
  const end = to ? ` to ${write(to, 'time')}` : soFar ? ', so far' : '';
  return `${write(from, 'fullDay')}, ${write(from, 'time')}${end}, ${zonePlace(timeZone)} time`;
}

/** Until when the end can be undone, ISO 8601; undefined once that has passed. `now` is in ms. */
export function undoUntil({ status, endedAt }: Recap, now: number): string | undefined {
  if (status !== 'ended' || !endedAt) return undefined;
  const until = Date.parse(endedAt) + REOPEN_MS;
  return now < until ? new Date(until).toISOString() : undefined;
}
