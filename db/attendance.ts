import type { Id } from '@/domain/session';
import type { Role } from '@/domain/vocabulary';
import { sqlClient } from './connection';

/** Somebody who has not been seen for this long has left, whatever their row says. */
export const STALE_SECONDS = 45;

export interface Arrival {
  id: Id;
  sessionId: Id;
  userId: Id;
  role: Role;
}

/** Writes who came and who went, in one statement. */
export async function recordAttendance(came: Arrival[], went: Id[]): Promise<void> {
  if (came.length === 0 && went.length === 0) return;
  const rows = JSON.stringify(
    came.map(({ id, sessionId, userId, role }) => ({ id, session_id: sessionId, user_id: userId, role })),
  );
  await sqlClient()`
    with gone as (update attendance set until_at = now(), seen_at = now() where id = any(${went}::uuid[]))
    insert into attendance (id, session_id, user_id, role, from_at, seen_at)
    select id, session_id, user_id, role, now(), now()
    from json_to_recordset(${rows}::text::json) as r(id uuid, session_id uuid, user_id uuid, role text)
    on conflict (id) do nothing`;
}

/** Says of everyone here, in one statement, that they still are. */
export async function renewAttendance(ids: Id[]): Promise<void> {
  if (ids.length === 0) return;
  await sqlClient()`update attendance set seen_at = now() where id = any(${ids}::uuid[])`;
}

/** Who is in these sessions by way of other servers, by the names that others see: the rows that aren't `ours`. */
export async function presentElsewhere(
  sessionIds: Id[],
  ours: Id[],
): Promise<{ sessionId: Id; userId: Id; name: string }[]> {
  if (sessionIds.length === 0) return [];
  return sqlClient()<{ sessionId: Id; userId: Id; name: string }[]>`
    select distinct a.session_id as "sessionId", a.user_id as "userId",
      u.name
    from attendance a join users u on u.id = a.user_id
    where a.session_id = any(${sessionIds}::uuid[]) and a.until_at is null
      and a.seen_at > now() - make_interval(secs => ${STALE_SECONDS}) and not a.id = any(${ours}::uuid[])`;
}

/** For how long, in ms, none of these people has been in the session; 0 while one is, undefined where none ever was. */
export async function awayMs(sessionId: Id, hosts: Id[]): Promise<number | undefined> {
  const [row] = await sqlClient()<{ ms: number | null }[]>`
    select (extract(epoch from min(now() - case
      when until_at is not null then until_at
      when seen_at > now() - make_interval(secs => ${STALE_SECONDS}) then now()
      else seen_at end)) * 1000)::float8 as ms
    from attendance where session_id = ${sessionId} and user_id = any(${hosts}::uuid[])`;
  return row?.ms === null || row === undefined ? undefined : Math.max(row.ms, 0);
}
