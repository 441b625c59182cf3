import { DateTime } from 'luxon';
import { wallClock } from './time-zone';

/** How many sessions a lab has ahead of it. */
export const AHEAD = 8;

export const EVERY_WEEKS = [1, 2, 4, 0] as const;
/** Every week, second or fourth week; 0: nothing is regular, and a host schedules each session by itself. */
export type EveryWeeks = (typeof EVERY_WEEKS)[number];

/** When a lab meets, from a local day (YYYY-MM-DD) on until the next rule's. */
export interface ScheduleRule {
  /** The weeks are counted from the first `weekday` from here on. */
  fromDay: string;
  everyWeeks: EveryWeeks;
  /** ISO weekday, 1 is Monday, and local time HH:MM in an IANA zone. */
  weekday: number;
  localTime: string;
  timeZone: string;
  durationMinutes: number;
}

/** What is odd about a local time on the day on which clocks change. */
export type ClockOddity = 'missing' | 'twice';

/** One meeting as the schedule has it. */
export interface Slot {
  /** The local day that names it, for good. */
  day: string;
  /** ms since the epoch. */
  at: number;
  /** What the lab's clocks show then: the rule's time, but where that is missing. */
  time: string;
  timeZone: string;
  durationMinutes: number;
  oddity?: ClockOddity;
}

/**
 * The instant (ms) at which a zone's clocks show `day` (YYYY-MM-DD) and `time` (HH:MM). A time that is missing, where the
 * clocks go forward, is told from the clocks before; of one that comes twice it is the first.
 */
export function clockAt(day: string, time: string, zone: string): { at: number; time: string; oddity?: ClockOddity } {
  // luxon first guesses by the offset of today, which in a zone that changed its day is far from that day's own.
  const near = asShown(DateTime.fromISO(`${day}T${time}`, { zone }));
  const told = asShown(near.set(DateTime.fromISO(`${day}T${time}`, { zone: 'utc' }).toObject()));
  const shown = told.toFormat('HH:mm');
  if (shown !== time || told.toISODate() !== day) return { at: told.toMillis(), time: shown, oddity: 'missing' };
  const [first = told, ...again] = told.getPossibleOffsets().sort((a, b) => a.toMillis() - b.toMillis());
  return { at: first.toMillis(), time, ...(again.length > 0 ? { oddity: 'twice' as const } : {}) };
}

/** The time that clocks show at its instant: around a change luxon may keep an offset that does not hold there. */
function asShown(time: DateTime): DateTime {
  return DateTime.fromMillis(time.toMillis(), { zone: time.zone });
}

/** As `clockAt`, the instant alone. */
export function instantAt(day: string, time: string, zone: string): Date {
  return new Date(clockAt(day, time, zone).at);
}

/** The rule that holds on a local day; undefined before the first. */
export function ruleOn(rules: readonly ScheduleRule[], day: string): ScheduleRule | undefined {
  return inOrder(rules).findLast(({ fromDay }) => fromDay <= day);
}

/** The rule that holds at an instant (ms), on each rule's own clock; before the first, the first. */
export function ruleNow(rules: readonly ScheduleRule[], now: number): ScheduleRule | undefined {
  const ordered = inOrder(rules);
  const begun = ordered.findLast(({ fromDay, timeZone }) => fromDay <= wallClock(new Date(now), timeZone).day);
  return begun ?? ordered[0];
}

/** The rules that are still to hold at an instant (ms), in order: none of them does yet. */
export function laterRules(rules: readonly ScheduleRule[], now: number): ScheduleRule[] {
  const holds = ruleNow(rules, now);
  return holds ? inOrder(rules).filter(({ fromDay }) => fromDay > holds.fromDay) : [];
}

/** What the schedule has on a local day, whether or not it is skipped. */
export function slotOn(rules: readonly ScheduleRule[], day: string): Slot | undefined {
  const rule = ruleOn(rules, day);
  if (!rule || rule.everyWeeks === 0) return undefined;
  const weeks = calendarDay(day).diff(firstDay(rule), 'weeks').weeks;
  return weeks >= 0 && weeks % rule.everyWeeks === 0 ? slotOf(rule, day) : undefined;
}

/** Meetings are scheduled, and changes of the schedule hold, so many ms ahead at most: two years. */
export const LONGEST_AHEAD_MS = 2 * 365 * 24 * 60 * 60_000;

/** The last year that a day of the form YYYY-MM-DD has: no rule goes beyond it. */
const LAST_YEAR = 9999;

/** Every meeting that begins after an instant (ms), in order and without end, unless the last rule ends them. */
export function* slotsAfter(rules: readonly ScheduleRule[], after: number): Generator<Slot, void> {
  const ordered = inOrder(rules);
  for (const [index, rule] of ordered.entries()) {
    if (rule.everyWeeks === 0) continue;
    const until = ordered[index + 1]?.fromDay;
    const first = firstDay(rule);
    // One step back: what is still to come today began, by another zone's calendar, yesterday.
    const passed = DateTime.fromMillis(after, { zone: 'utc' }).diff(first, 'weeks').weeks / rule.everyWeeks;
    for (let step = Math.max(Math.floor(passed) - 1, 0); ; step += 1) {
      const date = first.plus({ weeks: step * rule.everyWeeks });
      const day = isoDay(date);
      if (date.year > LAST_YEAR || (until !== undefined && day >= until)) break;
      const slot = slotOf(rule, day);
      if (slot.at > after) yield slot;
    }
  }
}

/** The next meetings after an instant (ms): `count` that are held, and among them those that `isOff` says are not. */
export function nextSlots(
  rules: readonly ScheduleRule[],
  after: number,
  isOff: (day: string) => boolean = () => false,
  count = AHEAD,
): { slot: Slot; off: boolean }[] {
  const found: { slot: Slot; off: boolean }[] = [];
  let held = 0;
  for (const slot of slotsAfter(rules, after)) {
    const off = isOff(slot.day);
    found.push({ slot, off });
    if (!off && (held += 1) >= count) break;
    // Whoever skips years of days is told what there is so far.
    if (found.length >= 100) break;
  }
  return found;
}

/**
 * The rules once `rule` holds from its day on: what was to hold from that day or later is gone, and the rule before it goes
 * on where it has the same meetings.
 */
export function withRule(rules: readonly ScheduleRule[], rule: ScheduleRule): ScheduleRule[] {
  const before = inOrder(rules).filter(({ fromDay }) => fromDay < rule.fromDay);
  const goesOn = before.at(-1);
  return goesOn && meetsAlike(goesOn, rule) ? before : [...before, rule];
}

function meetsAlike(before: ScheduleRule, rule: ScheduleRule): boolean {
  const { fromDay: _, ...same } = rule;
  if (!Object.entries(same).every(([name, value]) => before[name as keyof typeof same] === value)) return false;
  // Of every second or fourth week it can be another one.
  return rule.everyWeeks === 0 || slotOn([before], isoDay(firstDay(rule))) !== undefined;
}

/**
 * The day from which a changed rule holds if nobody says otherwise: the Monday of the week of the next meeting, or today
 * where that has passed. So the rhythm of every second or fourth week stays, and another weekday falls into the same week.
 * Where the changed rule has no day left in that week, its meeting stays as it was, and it is the week of the one after.
 */
export function changeDay(rules: readonly ScheduleRule[], now: number, changed: Omit<ScheduleRule, 'fromDay'>): string {
  const today = wallClock(new Date(now), changed.timeZone).day;
  for (const { day } of changeable(rules, now, today)) {
    const monday = mondayOf(day);
    const rule = { ...changed, fromDay: monday > today ? monday : today };
    const first = isoDay(firstDay(rule));
    if (changed.everyWeeks === 0 || (mondayOf(first) === monday && slotOf(rule, first).at > now)) return rule.fromDay;
  }
  return today;
}

/** The meetings to come, and before them the one that the changes of this week have left it without. */
function* changeable(rules: readonly ScheduleRule[], now: number, today: string): Generator<Slot, void> {
  const week = mondayOf(today);
  if (!daysFrom(week).some((day) => slotOn(rules, day))) {
    const begun = inOrder(rules).filter(({ fromDay }) => fromDay <= today);
    const changed = begun.filter((_, place) => (begun[place + 1]?.fromDay ?? '') >= week);
    const slots = changed.flatMap((rule) => slotsAfter([rule], now).next().value ?? []);
    const left = slots.findLast(({ day }) => mondayOf(day) === week);
    if (left) yield left;
  }
  yield* slotsAfter(rules, now);
}

function inOrder(rules: readonly ScheduleRule[]): ScheduleRule[] {
  return rules.toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
}

function slotOf({ localTime, timeZone, durationMinutes }: ScheduleRule, day: string): Slot {
  return { day, timeZone, durationMinutes, ...clockAt(day, localTime, timeZone) };
}

/** The Monday of a day's calendar week, which stands for that week. */
export function mondayOf(day: string): string {
  return isoDay(calendarDay(day).startOf('week'));
}

/** The seven days from one on. */
function daysFrom(day: string): string[] {
  return [0, 1, 2, 3, 4, 5, 6].map((days) => isoDay(calendarDay(day).plus({ days })));
}

function firstDay({ fromDay, weekday }: ScheduleRule): DateTime {
  const from = calendarDay(fromDay);
  return from.plus({ days: (weekday - from.weekday + 7) % 7 });
}

/**
 * The days that are skipped, in order, once somebody who saw those of `before` has chosen others: what has been skipped or held
 * meanwhile (`there`) stays so.
 */
export function skippedNow(there: readonly string[], before: readonly string[], chosen: readonly string[]): string[] {
  const added = chosen.filter((day) => !before.includes(day));
  const stay = there.filter((day) => chosen.includes(day) || !before.includes(day));
  return [...new Set([...stay, ...added])].sort();
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && calendarDay(text).isValid;
}

/** A day of the calendar, apart from all zones. */
function calendarDay(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}

function isoDay(day: DateTime): string {
  return day.toFormat('yyyy-MM-dd');
}
