import { inArray, sql } from 'drizzle-orm';
import { SLIP_MS } from '@/domain/mail/told-at';
import type { Transaction } from './connection';
import { isoIn } from './instants';

/**
 * How the key of a mail begins that tells of the cancellation `e` of a session; its reader's id follows. What came back may
 * be cancelled again, and that is told anew. The text of an SQL expression; nothing in it is from outside.
 */
export const CANCELLED_STEM = `(select concat('session_cancelled:', e.session_id,
  case when count(*) > 1 then concat(':', count(*)) end) from events b
  where b.session_id = e.session_id and b.type = 'session.cancelled' and b.seq <= e.seq)`;

/**
 * Whether the lab meets at the very instant of its session `s`, in that one or in another: then that `s` is cancelled is
 * told to nobody. The text of an SQL expression; nothing in it is from outside.
 */
export const MEETS_THEN = `exists (select 1 from sessions n
  where n.lab_id = s.lab_id and n.starts_at = s.starts_at and n.status <> 'cancelled')`;

/**
 * Whether the session `s` was to be held for so long once, until it was cancelled by `e` or until now, that it was no slip, or
 * a mail of it alone was sent: a reminder, that deals went on to it, or that it is held after all. A mail of several sessions
 * names none in its row, and what it told of is forgotten once it is sent: one that was told minutes before its time, without
 * waiting (`toldAt`), and is cancelled before a slip is over counts as unknown. The text of an SQL expression; nothing in it is
 * from outside.
 */
export function wasKnown(until: 'e' | 'now'): string {
  const end = until === 'e' ? 'e.at' : 'now()';
  return `(
    exists (select 1 from (
        select c.type, c.at - lag(c.at, 1, s.created_at) over (order by c.seq) as stood from (
          select b.type, b.at, b.seq from events b
            where b.session_id = s.id and b.type in ('session.cancelled', 'session.reopened') ${until === 'e' ? 'and b.seq < e.seq' : ''}
          union all select 'session.cancelled', ${end}, null) c) stretch
      where type = 'session.cancelled' and stood >= ${SLIP_MS.sessions} * interval '1 ms')
    or exists (select 1 from outbox o where o.session_id = s.id and o.sent_at is not null))`;
}

/**
 * A session to come, and something that was cancelled: itself, or one that it stands in for, at its instant or at another
 * hour of its day.
 */
export interface Gone extends Record<string, unknown> {
  sessionId: string;
  startsAt: string;
  goneId: string;
  /** It is the session itself, or what stood for its day of the schedule until then. */
  itself: boolean;
  /** False: what was cancelled was to be at another hour, and is another one. */
  sameHour: boolean;
  /** The lab's, by which days are told. */
  zone: string;
  /** Who cancelled it, and was not told for that reason. */
  by: string | null;
  /** Nothing of this was cancelled later. */
  last: boolean;
  /** Of the mail that tells of it, had it been cancelled alone; and of all that one change cancelled. */
  stem: string;
  stems: string[];
  /** Members who joined after the session itself was cancelled the last time. */
  joinedSince: string[];
}

/** A session that is held, and the one that stood for its day of the schedule until it was cancelled. */
export interface Instead {
  sessionId: string;
  goneId: string;
}

/** What was cancelled where these sessions of a lab are held now, or `instead` of which one is, before its time. */
export async function cancelledBefore(
  tx: Transaction,
  ids: string[],
  instead: readonly Instead[] = [],
): Promise<Gone[]> {
  if (ids.length === 0) return [];
  const itself = sql`(g.id = s.id or (s.id, g.id) in (select a, b
    from unnest(${sql.param(instead.map(({ sessionId }) => sessionId))}::uuid[], ${sql.param(instead.map(({ goneId }) => goneId))}::uuid[]) i (a, b)))`;
  return tx.execute<Gone>(sql`
    select s.id as "sessionId", ${sql.raw(isoIn('s.starts_at'))} as "startsAt", l.time_zone as zone,
      c.id as "goneId", c.itself, c."sameHour", c."by", c.last, c.stem, t.stems,
      array(select m.user_id from members m where m.lab_id = s.lab_id and m.joined_at > (select max(e.at) from events e
        join sessions g on g.id = e.session_id
          where g.lab_id = s.lab_id and ${itself} and e.type = 'session.cancelled')) as "joinedSince"
    from sessions s join labs l on l.id = s.lab_id join lateral (
        select g.id, ${itself} as itself, g.starts_at = s.starts_at or ${itself} as "sameHour", e.at, e."by", ${sql.raw(CANCELLED_STEM)} as stem,
          row_number() over (order by e.at desc, e.seq desc) = 1 as last
        from sessions g join events e on e.session_id = g.id and e.type = 'session.cancelled'
        where g.lab_id = s.lab_id and (g.id = s.id or g.status = 'cancelled')
          and (g.starts_at = s.starts_at or ${itself} or ${onDayOf('g')} and not exists (select 1 from sessions n
            where n.lab_id = s.lab_id and n.id <> s.id and n.status <> 'cancelled' and ${onDayOf('n')}))) c on true
      join lateral (
        select array_agg(${sql.raw(CANCELLED_STEM)}) as stems
        from sessions o join events e on e.session_id = o.id and e.type = 'session.cancelled'
        where o.lab_id = s.lab_id and o.starts_at > c.at and e.at = c.at and e."by" is not distinct from c."by") t on true
    where ${inArray(sql`s.id`, ids)} and t.stems is not null order by s.starts_at`);
}

/** Whether one is on the same day as the session `s`, on the calendar of its lab `l`. */
function onDayOf(one: 'g' | 'n') {
  return sql.raw(`(${one}.starts_at at time zone l.time_zone)::date = (s.starts_at at time zone l.time_zone)::date`);
}
