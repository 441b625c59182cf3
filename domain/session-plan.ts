import { DateTime } from 'luxon';
import { nextSlots, slotOn, type ScheduleRule, type Slot } from './schedule';

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

/** What has to be done so that the sessions are those of the schedule. */
export interface SessionPlan {
  create: Slot[];
  /** Sessions that stand for another slot now, or whose slot has another time; `keepsTime` where a host set that by hand. */
  move: { id: string; slot: Slot; keepsTime: boolean }[];
  /** Nothing is lost with these. */
  cancel: string[];
  /** On days that are skipped, with deals: to be cancelled so that their deals go on to the next session. */
  carryOver: string[];
}

/** A session moves with a changed schedule no further than within its week. */
const SAME_WEEK_DAYS = 6;

/**
 * Compares the sessions to come with the schedule: they are the rule's next eight days, and none beyond. `taken` are the
 * days that another session stands for: one that was cancelled, or has begun. A session keeps its id where the new schedule
 * has a day within its week; one that somebody has touched or moved is kept in any case, but on a day that is skipped.
 */
export function planSessions(
  given: { rules: readonly ScheduleRule[]; skipped: ReadonlySet<string>; taken: ReadonlySet<string> },
  standing: readonly StandingSession[],
  now: number,
): SessionPlan {
  const { rules, skipped, taken } = given;
  const plan: SessionPlan = { create: [], move: [], cancel: [], carryOver: [] };
  const next = nextSlots(rules, now, (day) => skipped.has(day) || taken.has(day));
  const open = new Map(next.filter(({ off }) => !off).map(({ slot }) => [slot.day, slot]));
  const astray: StandingSession[] = [];
  for (const session of standing) {
    const slot = open.get(session.slot);
    if (skipped.has(session.slot)) (session.touched ? plan.carryOver : plan.cancel).push(session.id);
    else if (!slot) astray.push(session);
    else {
      open.delete(slot.day);
      const asPlanned = slot.at === session.at && slot.durationMinutes === session.durationMinutes;
      if (!session.moved && !asPlanned) plan.move.push({ id: session.id, slot, keepsTime: false });
    }
  }
  for (const session of astray.toSorted((a, b) => (a.slot < b.slot ? -1 : 1))) {
    // What stands on a day of the schedule that is beyond the eight, or whose hour has passed, has no nearer day.
    const slot = slotOn(rules, session.slot) ? undefined : nearest(session.slot, open.values());
    if (slot) {
      open.delete(slot.day);
      plan.move.push({ id: session.id, slot, keepsTime: session.moved });
    } else if (!session.touched && !session.moved) plan.cancel.push(session.id);
  }
  plan.create.push(...open.values());
  return plan;
}

function nearest(day: string, slots: Iterable<Slot>): Slot | undefined {
  const near = [...slots].map((slot) => ({ slot, days: daysApart(day, slot.day) }));
  return near.filter(({ days }) => days <= SAME_WEEK_DAYS).sort((a, b) => a.days - b.days)[0]?.slot;
}

function daysApart(a: string, b: string): number {
  return Math.abs(DateTime.fromISO(a, { zone: 'utc' }).diff(DateTime.fromISO(b, { zone: 'utc' }), 'days').days);
}
