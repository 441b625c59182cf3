import type { Membership } from '@/db/labs';
import type { ScenarioLife } from '@/domain/scenario-life';

/** What each part of a deal's page is drawn from. */
export interface LifeProps {
  membership: Membership;
  life: ScenarioLife;
  /** The name of anybody in it; who left is "a former member". */
  name: (id: string) => string;
}

/** "26 November", in the lab's zone. */
export function dayOf(at: string, timeZone: string): string {
  return write(at, timeZone, { day: 'numeric', month: 'long' });
}

/** "26 Nov", in the lab's zone. */
export function shortDayOf(at: string, timeZone: string): string {
  return write(at, timeZone, { day: 'numeric', month: 'short' });
}

/** "Thu 26 November", in the lab's zone; with the year where it isn't this one's. */
export function weekdayOf(at: string, timeZone: string, now: number): string {
  const year = (one: string | number) => write(one, timeZone, { year: 'numeric' });
  const day = `${write(at, timeZone, { weekday: 'short' })} ${dayOf(at, timeZone)}`;
  return year(at) === year(now) ? day : `${day} ${year(at)}`;
}

/** "17:59", in the lab's zone. */
export function timeOf(at: string, timeZone: string): string {
  return write(at, timeZone, { hour: '2-digit', minute: '2-digit' });
}

function write(at: string | number, timeZone: string, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone }).format(new Date(at));
}

/** "Tom Halloran and Amara Nwosu". */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
}
