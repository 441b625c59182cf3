import { and, asc, eq, gte } from 'drizzle-orm';
import type { ScheduleRule } from '@/domain/schedule';
import { wallClock } from '@/domain/time-zone';
import { database, type Database, type Transaction } from './connection';
import { schedules, skippedDays } from './schema';

const RULE_LIMIT = 200;
const DAY_LIMIT = 400;
const DAY_MS = 86_400_000;

/** When a lab meets. */
export interface Schedule {
  rules: ScheduleRule[];
  /** The days that are skipped, in order. */
  skipped: string[];
}

/** The lab's schedule, with the days that are skipped from now on. The caller has asked whether the viewer is in the lab. */
export async function scheduleOf(
  labId: string,
  now = new Date(),
  db: Database | Transaction = database(),
): Promise<Schedule> {
  const rules = await db
    .select({
      fromDay: schedules.fromDay,
      everyWeeks: schedules.everyWeeks,
      weekday: schedules.weekday,
      localTime: schedules.localTime,
      timeZone: schedules.timeZone,
      durationMinutes: schedules.durationMinutes,
    })
    .from(schedules)
    .where(eq(schedules.labId, labId))
    .orderBy(asc(schedules.fromDay))
    .limit(RULE_LIMIT);
  // What is yesterday here is still today somewhere.
  const since = wallClock(new Date(now.getTime() - DAY_MS), 'UTC').day;
  const skipped = await db
    .select({ day: skippedDays.day })
    .from(skippedDays)
    .where(and(eq(skippedDays.labId, labId), gte(skippedDays.day, since)))
    .orderBy(asc(skippedDays.day))
    .limit(DAY_LIMIT);
  return { rules, skipped: skipped.map(({ day }) => day) };
}
