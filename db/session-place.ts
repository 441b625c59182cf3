import type { Id } from '@/domain/session';
import type { Role, SessionStatus } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import { agreedAtOf } from './labs';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One session as a member of its lab finds it, and what they are there. */
export interface SessionPlace {
  id: Id;
  number: number;
  status: SessionStatus;
  /** ISO 8601 in UTC. */
  startsAt: string;
  durationMinutes: number;
  callUrl: string | null;
  lab: { id: Id; slug: string; name: string; timeZone: string; pledge: string; archivedAt: Date | null };
  role: Role;
  pledged: boolean;
}

/** The same for a guest of the session, who hears its call and finds nothing beyond its room. The caller knows that they are one. */
export async function sessionPlaceForGuest(sessionId: Id): Promise<SessionPlace | undefined> {
  const [row] = await sqlClient()<PlaceRow[]>`
    select ${placeColumns()}, coalesce(s.call_url, l.call_url) as "callUrl", 'observer' as role, true as pledged
    from sessions s join labs l on l.id = s.lab_id where s.id = ${sessionId}`;
  return row && placeOf(row);
}

/** Undefined alike for a session that isn't there, for one of another's lab, and for an address that is no id. */
export async function sessionPlace(viewerId: Id, sessionId: string): Promise<SessionPlace | undefined> {
  if (!UUID.test(sessionId)) return undefined;
  const [row] = await sqlClient()<PlaceRow[]>`
    select ${placeColumns()}, coalesce(s.call_url, l.call_url) as "callUrl", m.role,
      ${agreedAtOf()} is not null as pledged
    from sessions s join labs l on l.id = s.lab_id join members m on m.lab_id = l.id and m.user_id = ${viewerId}
    where s.id = ${sessionId}`;
  return row && placeOf(row);
}

/** Where a session was cancelled: the lab's first one from that instant on, which may stand in for it. Of an archived lab none. */
export async function heldInstead({ lab, startsAt }: SessionPlace): Promise<{ id: Id; startsAt: number } | undefined> {
  const [row] = await sqlClient()<{ id: Id; startsAt: number }[]>`
    select s.id, (extract(epoch from s.starts_at) * 1000)::float8 as "startsAt"
    from sessions s join labs l on l.id = s.lab_id and l.archived_at is null
    where s.lab_id = ${lab.id} and s.status in ('scheduled', 'live', 'closing') and s.starts_at >= ${startsAt}::text::timestamptz
    order by s.starts_at, s.number limit 1`;
  return row;
}

type PlaceRow = Omit<SessionPlace, 'lab'> & {
  startsMs: number;
  lab: Omit<SessionPlace['lab'], 'archivedAt'>;
  archivedMs: number | null;
};

function placeColumns() {
  return sqlClient()`s.id, s.number, s.status, (extract(epoch from s.starts_at) * 1000)::float8 as "startsMs",
    s.duration_minutes as "durationMinutes",
    json_build_object('id', l.id, 'slug', l.slug, 'name', l.name, 'timeZone', l.time_zone, 'pledge', l.pledge) as lab,
    (extract(epoch from l.archived_at) * 1000)::float8 as "archivedMs"`;
}

function placeOf({ startsMs, archivedMs, lab, ...place }: PlaceRow): SessionPlace {
  const archivedAt = archivedMs === null ? null : new Date(archivedMs);
  return { ...place, lab: { ...lab, archivedAt }, startsAt: new Date(startsMs).toISOString() };
}
