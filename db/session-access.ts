import type { Id } from '@/domain/session';
import type { Role } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import { guestPlaceHolds } from './guests';
import { agreedAtOf } from './labs';
import { signInHolds } from './sign-ins';

/** What the database knows about a person who wants into a session; fields are null where there is nothing. */
export interface Access {
  sessionId: Id;
  userId: Id;
  /** Null where there is no such session. */
  labId: Id | null;
  labPublic: boolean | null;
  /** Null where there is no such account. */
  name: string | null;
  /** The sign-in that was asked about, and whether it holds; a guest of some session needs none. */
  signInId: Id | null;
  signedIn: boolean;
  /** Null for an outsider. */
  role: Role | null;
  /** When the role was last given, in ms; null where that was never noted. */
  roleSince: number | null;
  /** To the pledge as it stands; a guest, to that of the day they came. */
  pledged: boolean;
  /** The lab is put away: nothing goes on in it. */
  archived: boolean;
  /** Came by a link for this session, and their place holds. */
  guest: boolean;
}

/** Who asks for which session, and by which sign-in; none for guests. */
export interface AskedAccess {
  sessionId: Id;
  userId: Id;
  signInId: Id | null;
}

/** Looks up many at once, in one query; the answers are in the order of the questions. */
export async function accessTo(asked: AskedAccess[]): Promise<Access[]> {
  if (asked.length === 0) return [];
  return sqlClient()<Access[]>`
    select a.session_id as "sessionId", a.user_id as "userId", l.id as "labId", l.public and l.deleted_at is null as "labPublic", u.name,
      a.sign_in_id as "signInId", i.id is not null or (u.guest is true and a.sign_in_id is null) as "signedIn",
      coalesce(m.role, case when k.id is not null then 'observer' end) as role,
      (extract(epoch from m.role_since) * 1000)::float8 as "roleSince",
      coalesce(${agreedAtOf()}, g.pledged_at) is not null as pledged, l.archived_at is not null as archived, m.role is null and k.id is not null as guest
    from unnest(${asked.map((one) => one.sessionId)}::uuid[], ${asked.map((one) => one.userId)}::uuid[],
        ${asked.map((one) => one.signInId)}::uuid[]) with ordinality as a(session_id, user_id, sign_in_id, place)
      left join sessions s on s.id = a.session_id
      left join labs l on l.id = s.lab_id
      left join users u on u.id = a.user_id and (u.email is not null or u.guest)
      left join sign_ins i on i.id = a.sign_in_id and i.user_id = u.id and ${signInHolds()}
      left join members m on m.lab_id = l.id and m.user_id = u.id
      left join guests g on g.user_id = u.id and g.session_id = s.id
      left join guest_links k on k.id = g.link_id and ${guestPlaceHolds()}
    order by a.place`;
}

export interface KnownPerson {
  id: Id;
  name: string;
  role: Role;
  initials?: string | null;
  guest?: true;
}

/** Everyone in a lab, and a session's guests, by the names that others see. */
export async function peopleOf(labId: Id, sessionId: Id): Promise<KnownPerson[]> {
  const sql = sqlClient();
  const [members, guests] = await Promise.all([
    sql<KnownPerson[]>`
      select u.id, u.name, m.role,
        case when u.email is not null then u.initials end as initials
      from members m join users u on u.id = m.user_id where m.lab_id = ${labId} order by m.joined_at limit 10000`,
    sql<{ id: Id; name: string }[]>`
      select u.id, u.name from guests g join users u on u.id = g.user_id
      where g.session_id = ${sessionId} order by g.created_at limit 10000`,
  ]);
  return [...members, ...guests.map((guest) => ({ ...guest, role: 'observer', guest: true }) as const)];
}
