import { v7 as newId } from 'uuid';
import { sqlClient } from '@/db/connection';
import { membershipIn, type Membership } from '@/db/labs';
import { saveSchedule } from '@/db/schedule-changes';
import type { ScheduleRule } from '@/domain/schedule';
import { wallClock } from '@/domain/time-zone';
import { hostOf } from './guests';
import { makeLab } from './lab';

const DAY_MS = 86_400_000;

/** A lab that meets every week, from in two days on, and ways to have days skipped, held again or at another hour. */
export async function weeklyLab(people: { hosts: number; reps: number; observers: number }) {
  const lab = await makeLab(people);
  const host = await hostOf(lab);
  const soon = new Date(Date.now() + 2 * DAY_MS);
  const rule: ScheduleRule = {
    fromDay: wallClock(new Date(), 'UTC').day,
    everyWeeks: 1,
    weekday: soon.getUTCDay() || 7,
    localTime: '12:00',
    timeZone: 'UTC',
    durationMinutes: 90,
  };
  await saveSchedule(host, rule, []);
  await knownToAll(lab.labId);
  const dayOf = (week: number) => wallClock(new Date(soon.getTime() + week * 7 * DAY_MS), 'UTC').day;
  const skip = (...weeks: number[]) => saveSchedule(host, rule, weeks.map(dayOf));
  /** Another host skips nothing any more. */
  const holdAll = async ({ id }: { id: string }) => saveSchedule((await membershipIn(id, lab.labId))!, rule, []);
  const change = (changes: Partial<ScheduleRule>) => saveSchedule(host, { ...rule, ...changes }, []);
  return { lab, host, skip, holdAll, change };
}

/** The lab's sessions stand long enough for everybody to know of them. */
export async function knownToAll(labId: string): Promise<void> {
  await sqlClient()`update sessions set created_at = created_at - interval '1 hour' where lab_id = ${labId}`;
}

/** What the lab has ahead by its schedule, in order. */
export async function sessionsOf(labId: string) {
  return sqlClient()<{ id: string; startsAt: string }[]>`
    select id, starts_at as "startsAt" from sessions where lab_id = ${labId} and slot is not null order by slot`;
}

/** Cancels a session with nothing in its log as a host's command does. */
export async function cancelByHand(
  { userId }: Membership,
  id: string,
  data: { carriedTo?: string } = {},
): Promise<void> {
  await sqlClient()`
    insert into events (session_id, seq, at, "by", type, v, data, command_id)
    values (${id}, 1, now(), ${userId}, 'session.cancelled', 1, ${JSON.stringify(data)}::text::json, ${newId()})`;
  await sqlClient()`update sessions set status = 'cancelled' where id = ${id}`;
}
