import { and, eq, inArray } from 'drizzle-orm';
import { laterRules, skippedNow, withRule, type ScheduleRule } from '@/domain/schedule';
import { database, type Transaction } from './connection';
import { failureOf } from './errors';
import type { Membership } from './labs';
import { planCancellations } from './mail-plan';
import { schedules, skippedDays } from './schema';
import { putHeldMail, putMovedMail } from './session-mail';
import { keepAhead, type Kept } from './sessions-ahead';
import { scheduleOf } from './schedules';

const ATTEMPTS = 3;

/**
 * Makes a rule the lab's from its day on, and these the days that are skipped; the sessions to come follow, and their
 * members are told. What was to hold later than that day is gone; where the rule before has the same meetings, it goes on.
 * `known` are the days that were skipped as these were chosen: what was skipped or held since stays. The caller has asked
 * whether the host may.
 */
export async function saveSchedule(
  { lab, userId }: Membership,
  rule: ScheduleRule,
  chosen: readonly string[],
  now = new Date(),
  known?: readonly string[],
): Promise<Kept> {
  // What is held after all takes back what is written down.
  await planCancellations(now, lab.id);
  return again(async (tx) => {
    const before = await scheduleOf(lab.id, now, tx);
    const skipped = skippedNow(before.skipped, known ?? before.skipped, chosen);
    const rules = withRule(before.rules, rule);
    const staying = new Set(rules.map(({ fromDay }) => fromDay));
    const gone = before.rules.map(({ fromDay }) => fromDay).filter((day) => !staying.has(day));
    if (gone.length > 0) {
      await tx.delete(schedules).where(and(eq(schedules.labId, lab.id), inArray(schedules.fromDay, gone)));
    }
    if (rules.includes(rule)) {
      const { fromDay: _, ...holds } = rule;
      await tx
        .insert(schedules)
        .values({ labId: lab.id, ...rule })
        .onConflictDoUpdate({ target: [schedules.labId, schedules.fromDay], set: holds });
    }
    const held = before.skipped.filter((day) => !skipped.includes(day));
    if (held.length > 0) {
      await tx.delete(skippedDays).where(and(eq(skippedDays.labId, lab.id), inArray(skippedDays.day, held)));
    }
    if (skipped.length > 0) {
      const rows = skipped.map((day) => ({ labId: lab.id, day }));
      await tx.insert(skippedDays).values(rows).onConflictDoNothing();
    }
    return keepAndTell(tx, lab.id, userId, now, held);
  });
}

/**
 * Takes back a change that is still to hold from a day: what holds before it goes on, and the sessions to come follow.
 * Undefined where there is none, or it holds already. The caller has asked whether the host may.
 */
export async function takeRuleBack(
  { lab, userId }: Membership,
  fromDay: string,
  now = new Date(),
): Promise<Kept | undefined> {
  return again(async (tx) => {
    const { rules } = await scheduleOf(lab.id, now, tx);
    if (!laterRules(rules, now.getTime()).some((rule) => rule.fromDay === fromDay)) return undefined;
    await tx.delete(schedules).where(and(eq(schedules.labId, lab.id), eq(schedules.fromDay, fromDay)));
    return keepAndTell(tx, lab.id, userId, now);
  });
}

/** Makes the lab's sessions those of its schedule, and tells the members what was moved, or is held after all. */
export async function followSchedule(labId: string, by: string | null, now = new Date()): Promise<Kept> {
  return again((tx) => keepAndTell(tx, labId, by, now));
}

/** What is cancelled is in the sessions' logs, by whose hand too: `planMail` tells the others of it. */
async function keepAndTell(
  tx: Transaction,
  labId: string,
  by: string | null,
  now: Date,
  held: readonly string[] = [],
): Promise<Kept> {
  const kept = await keepAhead(tx, labId, now, by, held);
  // What is held after all at another hour is told as that, by one mail.
  const heard = await putHeldMail(tx, {
    labId,
    by,
    held: [...kept.broughtBack, ...kept.created],
    instead: kept.instead,
  });
  const [first] = kept.moves;
  if (first) {
    const change = `${first.sessionId}:${first.from}:${first.to}:${now.getTime()}`;
    await putMovedMail(tx, { labId, by, change, moves: kept.moves, heard, instead: kept.instead });
  }
  return kept;
}

/** Where somebody writes to a session's log in the moment in which it is cancelled, all is looked at anew. */
async function again<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database().transaction(run);
    } catch (error) {
      const failure = failureOf(error);
      if (attempt === ATTEMPTS || (failure !== 'raced' && failure !== 'again')) throw error;
    }
  }
}
