import type { MailData } from '@/domain/mail/data';
import type { MailFacts, MailSession, ReminderFacts } from '@/domain/mail/facts';
import { recapFactsOf } from '@/domain/mail/recap-facts';
import { wallClock } from '@/domain/time-zone';
import { MEETS_THEN } from './cancelled';
import { sqlClient } from './connection';
import type { MailFrame } from './mail-facts';
import { sessionRecap } from './recap';
import { reports } from './reports';
import { loadState } from './session-log';
import { sessionPlace } from './session-place';

const SAID_LIMIT = 3;

/** Undefined once the session is at another time, has begun, or the reader has left the lab. */
export async function reminderFacts(
  { startsAt }: MailData['reminder_day'],
  { lab, userId, sessionId, now }: MailFrame,
): Promise<ReminderFacts | undefined> {
  if (!lab || !userId || !sessionId) return undefined;
  const place = await sessionPlace(userId, sessionId);
  const at = Date.parse(startsAt);
  if (place?.status !== 'scheduled' || Date.parse(place.startsAt) !== at || at <= now) return undefined;
  const [deal, said] = await Promise.all([dealOf(userId, sessionId), saidBy(userId, lab.id)]);
  const { id, number, durationMinutes, callUrl } = place;
  return {
    lab,
    session: { id, number, startsAt: at, durationMinutes, callUrl },
    ...(deal ? { deal } : {}),
    said,
    today: wallClock(new Date(now), place.lab.timeZone).day,
  };
}

/** The reader's first deal in the queue. */
async function dealOf(userId: string, sessionId: string): Promise<ReminderFacts['deal']> {
  const { state } = await loadState(sessionId);
  const at = state.queue.findIndex((id) => state.scenarios[id]?.repId === userId);
  const deal = state.scenarios[state.queue[at] ?? ''];
  return deal && { place: at + 1, title: deal.title };
}

/** What they committed to and haven't reported on, the last first; but nobody is asked about moving on. */
async function saidBy(userId: string, labId: string): Promise<ReminderFacts['said']> {
  return sqlClient()<ReminderFacts['said']>`
    select c.next_step as words, c.due_on::text as "dueOn" from commitments c
    where c.rep_id = ${userId} and c.lab_id = ${labId} and c.next_step is not null and c.decision <> 'move_on'
      and not exists (select 1 from ${reports()})
    order by c.made_at desc limit ${SAID_LIMIT}`;
}

/** Those of the moves that still hold. */
export async function movedFacts(
  { moves }: MailData['session_moved'],
  { lab, userId }: MailFrame,
): Promise<MailFacts['session_moved'] | undefined> {
  if (!lab || !userId) return undefined;
  const ids = moves.map(({ sessionId }) => sessionId);
  const sessions = await sessionsFor(userId, lab.id, 'scheduled', ids);
  const standing = moves.flatMap(({ sessionId, from, to }) => {
    const session = sessions.find(({ id, startsAt }) => id === sessionId && startsAt === Date.parse(to));
    return session ? [{ session, from: Date.parse(from) }] : [];
  });
  return standing.length > 0 ? { lab, moves: standing } : undefined;
}

/**
 * Those of the sessions that would still be to come, and the one that comes next, or that are still held after all; of a lab
 * that was put away, deleted or brought back what it had ahead then: one that was to begin while the mail waited too.
 */
export async function cancelledFacts(
  data: MailData['session_cancelled'],
  { lab, userId, now }: MailFrame,
): Promise<MailFacts['session_cancelled'] | undefined> {
  if (!lab || !userId) return undefined;
  const { because, since, held } = data;
  const ids = data.sessions.map(({ sessionId }) => sessionId);
  const found = await (because
    ? sessionsFor(userId, lab.id, 'scheduled', undefined, because === 'deleted')
    : sessionsFor(userId, lab.id, held ? 'scheduled' : 'cancelled', ids));
  const from = since === undefined ? now : Date.parse(since);
  const told = new Map(data.sessions.map(({ sessionId, startsAt }) => [sessionId, Date.parse(startsAt)]));
  // One that was moved since is told as that.
  const then = new Set(told.values());
  // Of one that is cancelled the reader knows the hour that is written down.
  const known = found.map((one) => ({ ...one, startsAt: (!because && !held && told.get(one.id)) || one.startsAt }));
  const sessions = known.filter(({ startsAt }) => startsAt > from && (!held || then.has(startsAt)));
  const [first, ...others] = sessions;
  if (!first) return undefined;
  if (held) return { lab, sessions, held };
  if (because) return { lab, sessions, because };
  const next = await nextAfter(lab.id, [first, ...others], now);
  return { lab, sessions, ...next };
}

/**
 * The session that comes instead of the first of those that were cancelled, and whether what waited for one of them went
 * there: the first after it, or on its day, at whatever hour, one that was scheduled once it was cancelled.
 */
async function nextAfter(
  labId: string,
  cancelled: readonly [MailSession, ...MailSession[]],
  now: number,
): Promise<Pick<MailFacts['session_cancelled'], 'next' | 'waited'>> {
  const [first] = cancelled;
  const from = new Date(first.startsAt).toISOString();
  const [row] = await sqlClient()<(MailSession & { waited: boolean })[]>`
    select ${columns()}, exists (select 1 from events e
      where e.session_id = any(${cancelled.map(({ id }) => id)}::uuid[]) and e.type = 'session.cancelled'
        and e.data ->> 'carriedTo' = s.id::text) as waited
    from sessions s join labs l on l.id = s.lab_id
    where s.lab_id = ${labId} and s.status = 'scheduled' and s.starts_at > ${new Date(now).toISOString()}::timestamptz
      and s.starts_at >= date_trunc('day', ${from}::timestamptz, l.time_zone)
      and (s.starts_at > ${from}::timestamptz or (
        select coalesce(max(b.at), s.created_at) from events b where b.session_id = s.id and b.type = 'session.reopened'
      ) >= (select max(c.at) from events c where c.session_id = ${first.id} and c.type = 'session.cancelled'))
    order by s.starts_at, s.number limit 1`;
  if (!row) return {};
  const { waited, ...next } = row;
  return { next, waited };
}

/** What the room may read of a session that has ended, for a member of its lab who has agreed to the pledge. */
export async function recapFacts(
  _: MailData['recap'],
  { lab, userId, sessionId }: MailFrame,
): Promise<MailFacts['recap'] | undefined> {
  const place = userId && sessionId ? await sessionPlace(userId, sessionId) : undefined;
  if (!lab || place?.status !== 'ended' || !place.pledged) return undefined;
  const { recap, name } = await sessionRecap(place);
  const session = { id: place.id, number: place.number, startsAt: Date.parse(recap.startedAt ?? place.startsAt) };
  return { lab, session, ...recapFactsOf(recap, name) };
}

/** The reader's deals that wait in the session which took them over, as long as it has not begun. */
export async function carriedFacts(
  { from }: MailData['carried_over'],
  { lab, userId, sessionId }: MailFrame,
): Promise<MailFacts['carried_over'] | undefined> {
  if (!lab || !userId || !sessionId) return undefined;
  const [place, before] = await Promise.all([sessionPlace(userId, sessionId), sessionPlace(userId, from)]);
  if (place?.status !== 'scheduled' || before?.status !== 'ended') return undefined;
  const { state } = await loadState(sessionId);
  const deals = state.queue.flatMap((id, at) => {
    const deal = state.scenarios[id];
    if (deal?.repId !== userId || deal.carriedWeeks === 0) return [];
    return [{ scenarioId: id, title: deal.title, place: at + 1, seconds: deal.seconds.length }];
  });
  const session = { id: place.id, number: place.number, startsAt: Date.parse(place.startsAt) };
  return deals.length > 0 ? { lab, session, from: before.number, deals } : undefined;
}

/**
 * The sessions of a member's lab in a status, or those of them alone, by their start; `aside`: of a lab that is deleted.
 * None that is cancelled where the lab meets then after all.
 */
function sessionsFor(
  userId: string,
  labId: string,
  status: string,
  ids?: readonly string[],
  aside = false,
): Promise<MailSession[]> {
  const sql = sqlClient();
  return sql<MailSession[]>`
    select ${columns()} from sessions s join ${sql(aside ? 'members_aside' : 'members')} m on m.lab_id = s.lab_id and m.user_id = ${userId}
    where s.lab_id = ${labId} and s.status = ${status} ${ids ? sql`and s.id = any(${[...ids]}::uuid[])` : sql``}
      and (s.status <> 'cancelled' or not ${sql.unsafe(MEETS_THEN)})
    order by s.starts_at limit 100`;
}

function columns() {
  return sqlClient()`s.id, s.number, (extract(epoch from s.starts_at) * 1000)::float8 as "startsAt"`;
}
