import type { NewMail } from '@/domain/mail/data';
import { wantedUnasked, type ChosenKind } from '@/domain/mail/kinds';
import { REOPEN_MS } from '@/domain/permissions';
import { database, sqlClient } from './connection';
import { isoOf } from './instants';
import { planNews } from './mail-plan-news';
import { putMails } from './outbox';
import { reports } from './reports';

const LIMIT = 500;

interface Due {
  userId: string;
  to: string;
  labId: string;
}

/**
 * Writes what has come due by `now`: reminders, commitments on their day, recaps, and what was cancelled. A key makes
 * each of them one, whoever plans, and however often. Returns how many were written.
 */
export async function planMail(now = new Date()): Promise<number> {
  const at = now.toISOString();
  const mails = [
    ...(await reminders('reminder_day', at, '24 hours', '12 hours')),
    ...(await reminders('reminder_hour', at, '60 minutes', '5 minutes')),
    ...(await dueCommitments(at)),
    ...(await recaps(at)),
    ...(await carriedOver(at)),
    ...(await cancellations(at)),
  ];
  await putMails(database(), mails);
  return mails.length + (await planNews(now));
}

/** Members whose session begins within `before`, but not within `until`: later it would be no help any more. */
async function reminders(
  kind: 'reminder_day' | 'reminder_hour',
  now: string,
  before: string,
  until: string,
): Promise<NewMail[]> {
  const rows = await sqlClient()<(Due & { sessionId: string; startsMs: number })[]>`
    select ${reader()}, s.id as "sessionId", (extract(epoch from s.starts_at) * 1000)::bigint::float8 as "startsMs"
    from sessions s ${members()} and s.status = 'scheduled'
    where s.starts_at <= ${now}::timestamptz + ${before}::interval
      and s.starts_at > ${now}::timestamptz + ${until}::interval and ${wants(kind)}
      and not exists (select 1 from outbox o where o.session_id = s.id and o.user_id = u.id
        and o.key = concat(${kind}::text, ':', s.id, ':', (extract(epoch from s.starts_at) * 1000)::bigint, ':', u.id))
    order by s.starts_at limit ${LIMIT}`;
  return rows.map(({ sessionId, startsMs, ...due }) => ({
    kind,
    key: `${kind}:${sessionId}:${startsMs}:${due.userId}`,
    ...due,
    sessionId,
    data: { startsAt: new Date(startsMs).toISOString() },
  }));
}

/**
 * Reps with a commitment that is due on the lab's day, from eight in its morning on, and not reported on. Who decided to
 * move on is not asked.
 */
async function dueCommitments(now: string): Promise<NewMail[]> {
  const kind = 'commitment_due';
  const sql = sqlClient();
  const rows = await sql<(Due & { commitmentId: string; dueOn: string })[]>`
    select ${reader()}, c.id as "commitmentId", c.due_on::text as "dueOn"
    from commitments c
      join labs l on l.id = c.lab_id and l.archived_at is null
      join members m on m.lab_id = c.lab_id and m.user_id = c.rep_id
      join users u on u.id = c.rep_id and u.email is not null
    where c.decision <> 'move_on' and c.due_on = (${now}::timestamptz at time zone l.time_zone)::date
      and extract(hour from ${now}::timestamptz at time zone l.time_zone) >= 8
      and not exists (select 1 from ${reports()}) and ${wants(kind)}
      and not exists (select 1 from outbox o where o.key = concat(${kind}::text, ':', c.id, ':', c.due_on))
    limit ${LIMIT}`;
  return rows.map(({ commitmentId, dueOn, ...due }) => ({
    kind,
    key: `${kind}:${commitmentId}:${dueOn}`,
    ...due,
    data: { commitmentId, dueOn },
  }));
}

/** Members who want the recap of a session that ended, once that can no more be undone: what they get is final. */
async function recaps(now: string): Promise<NewMail[]> {
  const kind = 'recap';
  const rows = await sqlClient()<(Due & { sessionId: string })[]>`
    select ${reader()}, s.id as "sessionId"
    from sessions s ${members()} and s.status = 'ended'
    where ${isFinal(now)} and ${wants(kind)}
      and not exists (select 1 from outbox o where o.key = concat(${kind}::text, ':', s.id, ':', u.id))
    order by s.ended_at limit ${LIMIT}`;
  return rows.map(({ sessionId, ...due }) => ({
    kind,
    key: `${kind}:${sessionId}:${due.userId}`,
    ...due,
    sessionId,
    data: {},
  }));
}

/** Reps whose deals a session did not reach, once its end can no more be undone, while they wait for the next one. */
async function carriedOver(now: string): Promise<NewMail[]> {
  const kind = 'carried_over';
  const rows = await sqlClient()<(Due & { from: string; sessionId: string })[]>`
    select distinct ${reader()}, s.id as "from", n.id as "sessionId"
    from sessions s ${members()} and s.status = 'ended'
      join sessions n on n.lab_id = s.lab_id and n.status = 'scheduled'
      join events e on e.session_id = n.id and e.type = 'scenario.carried' and e.data ->> 'from' = s.id::text
      join scenarios d on d.id = (e.data ->> 'id')::uuid and d.session_id = n.id and d.stands = 'waiting' and d.rep_id = u.id
    where ${isFinal(now)} and ${wants(kind)}
      and not exists (select 1 from outbox o where o.key = concat(${kind}::text, ':', s.id, ':', u.id))
    limit ${LIMIT}`;
  return rows.map(({ from, sessionId, ...due }) => ({
    kind,
    key: `${kind}:${from}:${due.userId}`,
    ...due,
    sessionId,
    data: { from },
  }));
}

/** Members of labs with sessions that were cancelled before their time: one mail for all that one change cancelled. */
async function cancellations(now: string): Promise<NewMail[]> {
  const kind = 'session_cancelled';
  // What came back may be cancelled again: the last time counts, and is told anew.
  const rows = await sqlClient()<(Due & { sessions: { sessionId: string; startsAt: string }[]; first: string })[]>`
    with gone as (
      select s.lab_id, e.at, e.by, (array_agg(
          case when e.times = 1 then s.id::text else concat(s.id, ':', e.times) end order by s.starts_at))[1] as first,
        json_agg(json_build_object('sessionId', s.id, 'startsAt', ${isoOf('s.starts_at')}) order by s.starts_at) as sessions
      from sessions s join lateral (
        select at, "by", count(*) over () as times from events
        where session_id = s.id and type = 'session.cancelled' order by seq desc limit 1) e on true
      where s.status = 'cancelled' and s.starts_at > ${now}::timestamptz
        and e.at > ${now}::timestamptz - interval '1 day' and e.at <= ${now}::timestamptz
      group by s.lab_id, e.at, e.by)
    select ${reader()}, s.first, s.sessions
    from gone s ${members()} and s.by is distinct from u.id
    where ${wants(kind)}
      and not exists (select 1 from outbox o where o.key = concat(${kind}::text, ':', s.first, ':', u.id))
    limit ${LIMIT}`;
  return rows.map(({ first, sessions, ...due }) => ({
    kind,
    key: `${kind}:${first}:${due.userId}`,
    ...due,
    data: { sessions },
  }));
}

/** `s` ended so long ago that no host can reopen it, and less than a day before that. */
function isFinal(now: string) {
  const final = sqlClient()`${now}::timestamptz - ${REOPEN_MS} * interval '1 ms'`;
  return sqlClient()`s.ended_at <= ${final} and s.ended_at > ${final} - interval '1 day'`;
}

function reader() {
  return sqlClient()`u.id as "userId", u.email as "to", l.id as "labId"`;
}

/** The members with an address of `s`' lab, unless it is put away; `s` may be whatever has a `lab_id`. */
function members() {
  return sqlClient()`
    join labs l on l.id = s.lab_id and l.archived_at is null
    join members m on m.lab_id = l.id
    join users u on u.id = m.user_id and u.email is not null`;
}

function wants(kind: ChosenKind) {
  return sqlClient()`coalesce(
    (select wanted from mail_choices w where w.user_id = u.id and w.kind = ${kind}), ${wantedUnasked(kind)})`;
}
