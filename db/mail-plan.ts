import type { NewMail } from '@/domain/mail/data';
import { wantedUnasked, type ChosenKind } from '@/domain/mail/kinds';
import { toldAt } from '@/domain/mail/told-at';
import { REOPEN_MS } from '@/domain/permissions';
import { CANCELLED_STEM, MEETS_THEN, wasKnown } from './cancelled';
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

/**
 * Writes what has been cancelled by `now` in a lab, or in all whose members are due to hear of a move: what they knew before it
 * is lost with the mail that tells of it.
 */
export async function planCancellations(now = new Date(), labId?: string): Promise<void> {
  const sql = sqlClient();
  const labs = labId
    ? sql`select ${labId}::uuid`
    : sql`select lab_id from outbox where kind = 'session_moved' and sent_at is null and dropped_at is null and due_at <= now()`;
  await putMails(database(), await cancellations(now.toISOString(), labs));
}

/**
 * Members whose session begins within `before`, but not within `until`: later it would be no help any more. Who was reminded of
 * another one of the lab at that very instant, which this one stands in for, knows.
 */
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
      and not exists (select 1 from outbox o join sessions g on g.id = o.session_id and g.status = 'cancelled'
        where g.lab_id = s.lab_id and g.starts_at = s.starts_at and o.user_id = u.id and o.sent_at is not null
          and o.key = concat(${kind}::text, ':', g.id, ':', (extract(epoch from s.starts_at) * 1000)::bigint, ':', u.id))
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

/**
 * Members, by then, of labs with sessions that were cancelled before their time: one mail for all that one change cancelled.
 * Where the lab meets then after all, or nobody can have known of the session, there is nothing to tell. Each is told the
 * hour that the reader last knew, where a move still waits to be told.
 */
async function cancellations(
  now: string,
  labs = sqlClient()`select lab_id from sessions where status = 'cancelled' and starts_at > ${now}::timestamptz`,
): Promise<NewMail[]> {
  const kind = 'session_cancelled';
  const sql = sqlClient();
  const hourKnown = sql`coalesce(
    (select move ->> 'from' from outbox o, jsonb_array_elements(o.data -> 'moves') move
      where o.lab_id = l.id and o.user_id = u.id and o.kind = 'session_moved' and o.sent_at is null and o.dropped_at is null
        and move ->> 'sessionId' = one ->> 'sessionId' order by o.created_at limit 1),
    one ->> 'startsAt')`;
  const rows = await sql<
    (Due & { sessions: { sessionId: string; startsAt: string }[]; first: string; atMs: number })[]
  >`
    with one as (
      select s.id, s.lab_id, s.starts_at, e.at, e."by", ${sql.unsafe(CANCELLED_STEM)} as stem,
        s.status = 'cancelled' and s.starts_at > ${now}::timestamptz
          and not exists (select 1 from events l
            where l.session_id = s.id and l.type = 'session.cancelled' and l.seq > e.seq)
          and not ${sql.unsafe(MEETS_THEN)} and ${sql.unsafe(wasKnown('e'))} as holds
      from sessions s join events e on e.session_id = s.id and e.type = 'session.cancelled'
      where s.starts_at > ${now}::timestamptz - interval '1 day'
        and s.lab_id in (${labs})
        and e.at > ${now}::timestamptz - interval '1 day' and e.at <= ${now}::timestamptz),
    gone as (
      select lab_id, at, "by", array_agg(stem) as stems,
        (array_agg(stem order by starts_at) filter (where holds))[1] as first,
        json_agg(json_build_object('sessionId', id, 'startsAt', ${isoOf('starts_at')}) order by starts_at)
          filter (where holds) as sessions
      from one group by lab_id, at, "by" having bool_or(holds))
    select ${reader()}, s.first, (extract(epoch from s.at) * 1000)::float8 as "atMs",
      (select json_agg(json_build_object('sessionId', one ->> 'sessionId', 'startsAt', ${hourKnown}))
        from json_array_elements(s.sessions) one) as sessions
    from gone s ${members()} and s.by is distinct from u.id and m.joined_at <= s.at
    where ${wants(kind)}
      and not exists (select 1 from outbox o
        where o.key in (select concat(stem, ':', u.id) from unnest(s.stems) stem))
    limit ${LIMIT}`;
  return rows.map(({ first, sessions, atMs, ...due }) => ({
    kind,
    key: `${first as typeof kind}:${due.userId}`,
    ...due,
    data: { sessions },
    dueAt: new Date(toldAt('sessions', atMs, Math.min(...sessions.map(({ startsAt }) => Date.parse(startsAt))))),
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
