import { DateTime } from 'luxon';
import { nextSlots } from '@/domain/schedule';
import type { Id } from '@/domain/session';
import type { SessionStatus } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import { scheduleOf } from './schedules';
import type { SessionFrame } from './session-log';

const SLOT_LIMIT = 500;

/** A session that does not exist yet, as its row will be. */
export interface PlannedSession {
  id: Id;
  lab_id: Id;
  number: number;
  starts_at: string;
  duration_minutes: number;
  call_url: string | null;
  slot: string | null;
  status: SessionStatus;
}

/**
 * The session that takes over what `from` did not reach: the lab's next scheduled one, or a plan for one on the next day
 * of its schedule; where nothing is regular, a week later at the same local time. A plan is stored by whoever needs it, in the transaction that needs it.
 */
export async function sessionAfter(
  from: SessionFrame,
  now: number,
  newId: () => Id,
): Promise<{ id: Id; plan?: PlannedSession }> {
  const [row] = await sqlClient()<{ next: Id | null; number: number }[]>`
    select (
      select id from sessions where lab_id = ${from.labId} and status = 'scheduled' and id <> ${from.id}
        and starts_at > ${new Date(from.startsAt).toISOString()}::timestamptz
      order by starts_at, number limit 1) as next,
      (select coalesce(max(number), 0)::int from sessions
        where lab_id = ${from.labId} and status <> 'cancelled') as number`;
  if (row?.next) return { id: row.next };
  const plan: PlannedSession = {
    id: newId(),
    lab_id: from.labId,
    number: (row?.number ?? 0) + 1,
    ...(await nextTime(from, now)),
    status: 'scheduled',
  };
  return { id: plan.id, plan };
}

/** Live sessions whose start, and whose hosts' last visit, are longer ago than `ms`. */
export async function abandonedSessions(ms: number): Promise<Id[]> {
  const rows = await sqlClient()<{ id: Id }[]>`
    select s.id from sessions s
    where s.status in ('live', 'closing') and s.started_at < now() - ${ms} * interval '1 ms'
      and not exists (
        select 1 from attendance a
        where a.session_id = s.id and a.seen_at > now() - ${ms} * interval '1 ms'
          and (a.role = 'host' or exists (
            select 1 from members m where m.lab_id = s.lab_id and m.user_id = a.user_id and m.role = 'host')))
    limit 100`;
  return rows.map(({ id }) => id);
}

/** Sessions that nobody started within `ms` of their end, and after which another one is scheduled. */
export async function missedSessions(ms: number): Promise<Id[]> {
  const rows = await sqlClient()<{ id: Id }[]>`
    select s.id from sessions s join labs l on l.id = s.lab_id and l.archived_at is null
    where s.status = 'scheduled'
      and s.starts_at + s.duration_minutes * interval '1 minute' < now() - ${ms} * interval '1 ms'
      and exists (
        select 1 from sessions n
        where n.lab_id = s.lab_id and n.status = 'scheduled' and n.starts_at > s.starts_at and n.starts_at > now())
    order by s.starts_at limit 100`;
  return rows.map(({ id }) => id);
}

/** Where nothing is scheduled yet: the next day of the lab's schedule that no session stands for, or a week later. */
async function nextTime(
  from: SessionFrame,
  now: number,
): Promise<Pick<PlannedSession, 'starts_at' | 'duration_minutes' | 'call_url' | 'slot'>> {
  const { rules, skipped } = await scheduleOf(from.labId, new Date(now));
  const held = await sqlClient()<{ slot: string }[]>`
    select slot::text as slot from sessions where lab_id = ${from.labId} and slot is not null
    order by slot desc limit ${SLOT_LIMIT}`;
  const off = new Set([...skipped, ...held.map(({ slot }) => slot)]);
  const next = nextSlots(rules, Math.max(now, from.startsAt), (day) => off.has(day), 1).find((one) => !one.off)?.slot;
  if (!next) {
    const starts_at = weekLater(from.startsAt, from.timeZone, now);
    return { starts_at, duration_minutes: from.durationMinutes, call_url: from.callUrl, slot: null };
  }
  const starts_at = new Date(next.at).toISOString();
  return { starts_at, duration_minutes: next.durationMinutes, call_url: null, slot: next.day };
}

/** The same local time, a week later or as many weeks as it takes to be in the future. */
function weekLater(startsAt: number, zone: string, now: number): string {
  const start = DateTime.fromMillis(startsAt, { zone });
  let weeks = 1;
  while (start.plus({ weeks }).toMillis() <= now) weeks += 1;
  return start.plus({ weeks }).toUTC().toISO() ?? new Date(startsAt + weeks * 7 * 86_400_000).toISOString();
}
