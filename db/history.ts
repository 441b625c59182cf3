import type { Id } from '@/domain/session';
import { sqlClient } from './connection';
import type { Membership } from './labs';
import { ids, type Labs } from './search';

export const PAGE_SESSIONS = 10;
const PEOPLE_LIMIT = 200;

export interface PastSessions {
  list: PastSession[];
  /** Of all pages. */
  count: number;
  /** When the first one began, ISO 8601 in UTC; null where there is none. */
  first: string | null;
}

export interface PastSession {
  id: Id;
  number: number;
  /** ISO 8601 in UTC. */
  startedAt: string;
  turns: number;
  movedOn: number;
  /** Those who listened in are not counted. */
  inTheRoom: number;
}

/** The lab's sessions that are over, the newest first; a page of them, from 1. */
export async function pastSessions({ lab }: Membership, page: number): Promise<PastSessions> {
  const sql = sqlClient();
  const [list, [all]] = await Promise.all([
    sql<PastSession[]>`
      select s.id, s.number, to_char(s.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startedAt",
        (select count(*)::int from turns t where t.session_id = s.id and not t.put_off) as turns,
        (select count(*)::int from commitments c where c.session_id = s.id and c.decision = 'move_on') as "movedOn",
        (select count(distinct user_id)::int from attendance a
          where a.session_id = s.id and a.role <> 'observer') as "inTheRoom"
      from sessions s where s.lab_id = ${lab.id} and s.status = 'ended'
      order by s.started_at desc, s.number desc limit ${PAGE_SESSIONS} offset ${(page - 1) * PAGE_SESSIONS}`,
    sql<{ count: number; first: string | null }[]>`
      select count(*)::int as count, to_char(min(started_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as first
      from sessions where lab_id = ${lab.id} and status = 'ended'`,
  ]);
  return { list, count: all?.count ?? 0, first: all?.first ?? null };
}

/** Those who are in these labs, by name, to look for what they said. */
export async function peopleInHistory(labs: Labs): Promise<{ id: Id; name: string }[]> {
  const sql = sqlClient();
  return sql<{ id: Id; name: string }[]>`
    select distinct u.name, u.id from members m join users u on u.id = m.user_id
    where m.lab_id = ${ids(sql, labs)} and u.email is not null
    order by u.name, u.id limit ${PEOPLE_LIMIT}`;
}
