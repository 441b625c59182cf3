import type { Id } from '@/domain/session';
import { sqlClient } from './connection';
import { authorsIn, ids, inLabs, type Labs } from './in-labs';
import { isoOf } from './instants';
import { isNamed, nameOf } from './names';

export const PAGE_SESSIONS = 10;
const PEOPLE_LIMIT = 200;

export interface PastSessions {
  list: PastSession[];
  /** Which page it is, from 1; the last one, where there are not so many as were asked for. */
  page: number;
  /** Of all pages. */
  count: number;
  /** When the first one began, ISO 8601 in UTC; null where there is none. */
  first: string | null;
}

export interface PastSession {
  id: Id;
  lab: { name: string; timeZone: string };
  number: number;
  /** ISO 8601 in UTC. */
  startedAt: string;
  turns: number;
  movedOn: number;
  /** Those who listened in are not counted. */
  inTheRoom: number;
}

/** The labs' sessions that are over, the newest first; a page of them, from 1. */
export async function pastSessions(labs: Labs, asked: number): Promise<PastSessions> {
  const sql = sqlClient();
  const [all] = await sql<{ count: number; first: string | null }[]>`
    select count(*)::int as count, ${isoOf('min(started_at)')} as first
    from sessions where lab_id ${inLabs(sql, labs)} and status = 'ended'`;
  const { count, first } = all ?? { count: 0, first: null };
  const page = Math.max(1, Math.min(asked, Math.ceil(count / PAGE_SESSIONS)));
  const list = await sql<PastSession[]>`
    select s.id, json_build_object('name', l.name, 'timeZone', l.time_zone) as lab, s.number, ${isoOf('s.started_at')} as "startedAt",
      (select count(*)::int from turns t where t.session_id = s.id and not t.put_off) as turns,
      (select count(*)::int from commitments c where c.session_id = s.id and c.decision = 'move_on') as "movedOn",
      (select count(distinct user_id)::int from attendance a
        where a.session_id = s.id and a.role <> 'observer') as "inTheRoom"
    from sessions s join labs l on l.id = s.lab_id where s.lab_id ${inLabs(sql, labs)} and s.status = 'ended'
    order by s.started_at desc, s.number desc, s.id limit ${PAGE_SESSIONS} offset ${(page - 1) * PAGE_SESSIONS}`;
  return { list, page, count, first };
}

/** Whose words can be looked for. */
export interface HistoryPeople {
  /** The labs' members by name, and after them guests who said something. */
  named: { id: Id; name: string }[];
  /** There are words of people who are known as former members. */
  former: boolean;
}

/** Those whose words can be looked for in these labs. */
export async function peopleInHistory(labs: Labs): Promise<HistoryPeople> {
  const sql = sqlClient();
  const authors = authorsIn(sql, labs);
  const [named, [others]] = await Promise.all([
    sql<HistoryPeople['named']>`
      with recursive authors as (${authors})
      select name, id from (
        select u.name, u.id, false as guest from members m join users u on u.id = m.user_id
        where m.lab_id = ${ids(sql, labs)} and u.email is not null
        union
        select ${nameOf('a.lab_id', 'a.id')}, u.id, true from authors a join users u on u.id = a.id and u.guest) p
      order by guest, name, id limit ${PEOPLE_LIMIT}`,
    sql<{ former: boolean }[]>`
      with recursive authors as (${authors})
      select exists (select from authors a where a.id is not null and not ${isNamed('a.lab_id', 'a.id')}) as former`,
  ]);
  return { named, former: others?.former ?? false };
}
