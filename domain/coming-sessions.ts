import { clockAt, ruleNow, slotOn, type ScheduleRule, type Slot } from './schedule';
import { planSessions, type GivenUpSession, type StandingSession } from './session-plan';
import { wallClock } from './time-zone';

/** A session that no day of the schedule stands behind. */
export interface SingleSession {
  id: string;
  /** ms since the epoch. */
  at: number;
  durationMinutes: number;
}

/** What there is of a lab's sessions to come. */
export interface Ahead {
  standing: StandingSession[];
  singles: SingleSession[];
  /** The days of the schedule whose session has begun or was cancelled; of these, those whose was cancelled. */
  taken: string[];
  cancelled: string[];
  /** What a change of the schedule has cancelled, the last first. */
  givenUp: GivenUpSession[];
}

/** A session to come, as the lab's clocks show it. */
export interface ComingSession {
  id: string;
  slot: Slot;
  kind: 'regular' | 'moved' | 'single';
}

/**
 * The sessions to come as they are once these rules and skipped days hold, in order, and those that are cancelled although
 * their day isn't skipped. Nothing is changed.
 */
export function comingSessions(
  rules: readonly ScheduleRule[],
  skipped: readonly string[],
  { standing, singles, taken, givenUp }: Ahead,
  now: number,
): { coming: ComingSession[]; cancelled: Pick<ComingSession, 'id' | 'slot'>[] } {
  const given = { rules, skipped: new Set(skipped), taken: new Set(taken), givenUp };
  const plan = planSessions(given, standing, now);
  const gone = new Set([...plan.cancel, ...plan.carryOver]);
  const moves = new Map(plan.move.map((move) => [move.id, move]));
  const kept = standing.flatMap((session): ComingSession[] => {
    if (gone.has(session.id)) return [];
    const move = moves.get(session.id);
    const slot = move && !move.keepsTime ? move.slot : shownSlot(rules, session);
    return [{ id: session.id, slot, kind: session.moved ? 'moved' : 'regular' }];
  });
  const made = [...plan.create, ...plan.bringBack.map(({ slot }) => slot)].map((slot): ComingSession => ({
    id: slot.day,
    slot,
    kind: 'regular',
  }));
  const single = singles.map((one): ComingSession => {
    return { id: one.id, slot: shownSlot(rules, { ...one, slot: null }), kind: 'single' };
  });
  const cancelled = standing.flatMap((session) =>
    plan.cancel.includes(session.id) && !given.skipped.has(session.slot)
      ? { id: session.id, slot: shownSlot(rules, session) }
      : [],
  );
  return { coming: [...kept, ...made, ...single].sort((a, b) => a.slot.at - b.slot.at), cancelled };
}

/** A session as the lab's clocks show it, and what is odd about its time; `slot` is the day that it stands for. */
export function shownSlot(
  rules: readonly ScheduleRule[],
  { slot: stands, at, durationMinutes }: { slot: string | null; at: number; durationMinutes: number },
): Slot {
  const planned = stands === null ? undefined : slotOn(rules, stands);
  if (planned?.at === at) return { ...planned, durationMinutes };
  const timeZone = ruleNow(rules, at)?.timeZone ?? 'UTC';
  const { day, time } = wallClock(new Date(at), timeZone);
  const { at: first, oddity } = clockAt(day, time, timeZone);
  return { day, at, time, timeZone, durationMinutes, ...(oddity && first === at ? { oddity } : {}) };
}
