import { DateTime } from 'luxon';
import { AHEAD, mondayOf, nextSlots, slotOn, type ScheduleRule, type Slot } from './schedule';
import { wallClock } from './time-zone';

/** A session that is still to come and stands for a day of the schedule. */
export interface StandingSession {
  id: string;
  /** The day that it stands for, wherever it was moved. */
  slot: string;
  /** ms since the epoch. */
  at: number;
  durationMinutes: number;
  /** A host has set its time by hand. */
  moved: boolean;
  /** It has deals or words of its own, or another call: it is not given up with the day. */
  touched: boolean;
}

/** A session that a change of the schedule has cancelled, and nobody had touched. */
export interface GivenUpSession {
  id: string;
  /** When it was to be, ms since the epoch. */
  at: number;
}

/** What has to be done so that the sessions are those of the schedule. */
export interface SessionPlan {
  create: Slot[];
  /** Sessions that were given up, and are held after all: calendars know them as the same. */
  bringBack: { session: GivenUpSession; slot: Slot }[];
  /** Sessions that stand for another slot now, or whose slot has another time; `keepsTime` where a host set that by hand. */
  move: { id: string; slot: Slot; keepsTime: boolean }[];
  /** Nothing is lost with these. */
  cancel: string[];
  /** On days that are skipped, with deals: to be cancelled so that their deals go on to the next session. */
  carryOver: string[];
}

/** When a lab meets, and on which of these days it does not. */
export interface PlannedBy {
  rules: readonly ScheduleRule[];
  skipped: ReadonlySet<string>;
  /** The days that another session stands for: one that was cancelled, or has begun. */
  taken: ReadonlySet<string>;
  /** Days that were skipped, and are held after all. */
  held?: ReadonlySet<string>;
  /** What a change has cancelled, the last first: it is brought back with its day. */
  givenUp?: readonly GivenUpSession[];
}

/**
 * Compares the sessions to come with the schedule: they are the rule's next eight days at least, and those behind that stand
 * already, as long as no day of the rule is missing before them: one that is held after all is made too, and one whose session
 * a change had cancelled. What stands alone further ahead goes. A session keeps its id where the new schedule has a day for it
 * within its calendar week, so that a change that is taken back leaves each on its day; one that somebody has touched or moved
 * is kept in any case, but on a day that is skipped.
 */
export function planSessions(
  { rules, skipped, taken, held = new Set(), givenUp = [] }: PlannedBy,
  standing: readonly StandingSession[],
  now: number,
): SessionPlan {
  const plan: SessionPlan = { create: [], bringBack: [], move: [], cancel: [], carryOver: [] };
  // So many that a day is missing among them, wherever the sessions stand.
  const many = AHEAD + standing.length + held.size + givenUp.length;
  const next = nextSlots(rules, now, (day) => skipped.has(day) || taken.has(day), many);
  const slots = next.flatMap(({ slot, off }) => (off ? [] : slot));
  const days = new Set(slots.map(({ day }) => day));
  const onDay = new Map<string, StandingSession>();
  const astray = new Set<StandingSession>();
  for (const session of standing) {
    if (skipped.has(session.slot)) (session.touched ? plan.carryOver : plan.cancel).push(session.id);
    else if (days.has(session.slot)) onDay.set(session.slot, session);
    else astray.add(session);
  }
  for (const { session, slot } of withinWeeks([...astray], slots)) {
    // What a host moved stands for its day as long as the schedule has that.
    if (session.moved && slotOn(rules, session.slot)) continue;
    if (!onDay.has(slot.day) && astray.delete(session)) onDay.set(slot.day, session);
  }
  for (const session of astray) if (isGivenUp(session)) plan.cancel.push(session.id);
  const back = broughtBack(slots, givenUp);
  const end = endOf(slots, ({ day }) => onDay.has(day) || back.has(day), held);
  for (const [place, slot] of slots.entries()) {
    const session = onDay.get(slot.day);
    const before = back.get(slot.day);
    if (place >= end) plan.cancel.push(...(session && isGivenUp(session) ? [session.id] : []));
    else if (!session && before) plan.bringBack.push({ session: before, slot });
    else if (!session) plan.create.push(slot);
    else if (session.slot !== slot.day) plan.move.push({ id: session.id, slot, keepsTime: session.moved });
    else if (!session.moved && !isAsPlanned(session, slot)) {
      plan.move.push({ id: session.id, slot, keepsTime: false });
    }
  }
  return plan;
}

/** What was given up, by the day that brings it back: at its very instant, or else the last on that day of the calendar. */
function broughtBack(slots: readonly Slot[], givenUp: readonly GivenUpSession[]): Map<string, GivenUpSession> {
  const found = new Map<string, GivenUpSession>();
  const left = new Set(givenUp);
  const take = (slot: Slot, session?: GivenUpSession) => {
    if (session && !found.has(slot.day) && left.delete(session)) found.set(slot.day, session);
  };
  for (const slot of slots) {
    take(
      slot,
      givenUp.find(({ at }) => at === slot.at),
    );
  }
  for (const zone of new Set(slots.map(({ timeZone }) => timeZone))) {
    const days = new Map([...left].reverse().map((one) => [wallClock(new Date(one.at), zone).day, one]));
    for (const slot of slots) if (slot.timeZone === zone) take(slot, days.get(slot.day));
  }
  return found;
}

/** How many of the days have a session: eight, and on to the last that has one before the first day that is missing. */
function endOf(slots: readonly Slot[], hasOne: (slot: Slot) => boolean, held: ReadonlySet<string>): number {
  const missing = slots.findIndex((slot, place) => place >= AHEAD && !hasOne(slot) && !held.has(slot.day));
  const last = slots.slice(0, missing === -1 ? undefined : missing).findLastIndex(hasOne);
  return Math.max(AHEAD, last + 1);
}

function isGivenUp({ touched, moved }: StandingSession): boolean {
  return !touched && !moved;
}

function isAsPlanned({ at, durationMinutes }: StandingSession, slot: Slot): boolean {
  return slot.at === at && slot.durationMinutes === durationMinutes;
}

/**
 * Each session with each day of its calendar week: the nearest first, but what a host moved last, so that a day is not left to
 * a session that is held at another time. The same way round whichever of the two is the old one.
 */
function withinWeeks(astray: readonly StandingSession[], slots: readonly Slot[]) {
  const dated = slots.map((slot) => ({ slot, week: mondayOf(slot.day) }));
  const pairs = astray
    .toSorted((a, b) => (a.slot < b.slot ? -1 : 1))
    .flatMap((session) => {
      const own = mondayOf(session.slot);
      return dated.flatMap(({ slot, week }) => (week === own ? { session, slot } : []));
    });
  const far = ({ session, slot }: (typeof pairs)[number]) => daysApart(session.slot, slot.day);
  return pairs.sort((a, b) => Number(a.session.moved) - Number(b.session.moved) || far(a) - far(b));
}

function daysApart(a: string, b: string): number {
  return Math.abs(DateTime.fromISO(a, { zone: 'utc' }).diff(DateTime.fromISO(b, { zone: 'utc' }), 'days').days);
}
