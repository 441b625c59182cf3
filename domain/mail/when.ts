import { longDay, shortDay } from '../day-text';
import { inWords } from '../number-words';
import { wallClock } from '../time-zone';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** `17:00`, on the clocks of a zone. */
export function timeIn(at: number, zone: string): string {
  return wallClock(new Date(at), zone).time;
}

/** `Thursday 3 December`, on the calendars of a zone. */
export function dayIn(at: number, zone: string): string {
  return longDay(wallClock(new Date(at), zone).day);
}

/** `today`, `tomorrow`, or `on Thursday 3 December`, as seen from `now` in a zone. */
export function dayFromNow(at: number, now: number, zone: string): string {
  const days = daysBetween(wallClock(new Date(now), zone).day, wallClock(new Date(at), zone).day);
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `on ${dayIn(at, zone)}`;
}

/** `next week`, or as `dayFromNow` where that isn't so, as seen from `now` in a zone. */
export function weekFromNow(at: number, now: number, zone: string): string {
  const days = daysBetween(wallClock(new Date(now), zone).day, wallClock(new Date(at), zone).day);
  return days >= 5 && days <= 9 ? 'next week' : dayFromNow(at, now, zone);
}

/** `in an hour`, `in 20 minutes`: until an instant that is close. */
export function soonText(at: number, now: number): string {
  const minutes = Math.max(1, Math.round((at - now) / MINUTE_MS));
  if (minutes > 54 && minutes < 66) return 'in an hour';
  return minutes === 1 ? 'in a minute' : `in ${inWords(minutes)} minutes`;
}

/** `due today`, `due yesterday`, `due on Tue 1 December`; days are YYYY-MM-DD. */
export function dueText(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return 'due today';
  if (days === 1) return 'due tomorrow';
  return days === -1 ? 'due yesterday' : `due on ${shortDay(dueOn)}`;
}

/** How long something holds: `an hour`, `two days`. */
export function spanText(ms: number): string {
  const hours = Math.max(1, Math.round(ms / (60 * MINUTE_MS)));
  if (hours < 24) return hours === 1 ? 'an hour' : `${inWords(hours)} hours`;
  const days = Math.round(hours / 24);
  return days === 1 ? 'a day' : `${inWords(days)} days`;
}

const LENGTHS: Record<number, string> = {
  30: 'half an hour',
  45: 'forty-five minutes',
  60: 'an hour',
  90: 'ninety minutes',
};

/** `ninety minutes`, `two hours`, `75 minutes`. */
export function lengthText(minutes: number): string {
  const known = LENGTHS[minutes];
  if (known) return known;
  return minutes % 60 === 0 ? `${inWords(minutes / 60)} hours` : `${inWords(minutes)} minutes`;
}

/** A zone as people say it: `Europe/London` is `London time`. */
export function zoneText(zone: string): string {
  const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  return place === 'UTC' ? place : `${place} time`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
