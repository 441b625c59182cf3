import { and, eq, exists, isNull, or } from 'drizzle-orm';
import type { Id } from '@/domain/session';
import type { SessionStatus } from '@/domain/vocabulary';
import { database, sqlClient } from './connection';
import type { Membership } from './labs';
import { calendarFeeds, labs, members, membersAside, users } from './schema';
import { makeToken, tokenHash } from './tokens';

const SESSION_LIMIT = 300;
/** So long a calendar has what is past. */
export const PAST_DAYS = 60;

/** A session as a calendar has it. */
export interface CalendarSession {
  id: Id;
  number: number;
  status: SessionStatus;
  /** ms since the epoch; once it is over when it began in truth, and so its length. */
  startsAt: number;
  durationMinutes: number;
  /** Its own call, or else the lab's. */
  callUrl: string | null;
  /** Counts what calendars have to be told anew. */
  revision: number;
  /** When it last changed, ms. */
  revisedAt: number;
}

export interface LabCalendar {
  lab: { id: Id; slug: string; name: string; timeZone: string };
  sessions: CalendarSession[];
}

/** When the member's private address was made; undefined where they have none. */
export async function feedSince({ lab, userId }: Membership): Promise<Date | undefined> {
  const [feed] = await database()
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.labId, lab.id), eq(calendarFeeds.userId, userId)))
    .limit(1);
  return feed?.createdAt;
}

/** Makes the member's private address, in the place of an earlier one. The token comes back this once. */
export async function makeFeed({ lab, userId }: Membership): Promise<string> {
  const { token, hash } = makeToken();
  await database()
    .insert(calendarFeeds)
    .values({ labId: lab.id, userId, tokenHash: hash })
    .onConflictDoUpdate({
      target: [calendarFeeds.labId, calendarFeeds.userId],
      set: { tokenHash: hash, createdAt: new Date() },
    });
  return token;
}

/** Ends the member's private address at once. */
export async function endFeed({ lab, userId }: Membership): Promise<void> {
  await database()
    .delete(calendarFeeds)
    .where(and(eq(calendarFeeds.labId, lab.id), eq(calendarFeeds.userId, userId)));
}

/** The feed is that of somebody in the lab; or who stands aside: with a deleted lab, where they aren't leaving themselves. */
function belongs(among: typeof members | typeof membersAside) {
  const here = and(eq(among.labId, calendarFeeds.labId), eq(among.userId, calendarFeeds.userId));
  return exists(database().select({ userId: among.userId }).from(among).where(here));
}

/**
 * What a private address leads to; undefined for a token that is none any more, and for who is no member any more or
 * has deleted their account. Until a deleted lab is erased its members' calendars go on, and have what was to come as
 * cancelled.
 */
export async function calendarByToken(token: string): Promise<LabCalendar | undefined> {
  const [lab] = await database()
    .select({ id: labs.id, slug: labs.slug, name: labs.name, timeZone: labs.timeZone })
    .from(calendarFeeds)
    .innerJoin(labs, eq(labs.id, calendarFeeds.labId))
    .innerJoin(users, and(eq(users.id, calendarFeeds.userId), isNull(users.leavingAt)))
    .where(and(eq(calendarFeeds.tokenHash, tokenHash(token)), or(belongs(members), belongs(membersAside))))
    .limit(1);
  return lab && { lab, sessions: await sessionsFor(lab.id) };
}

/** One session of a lab that the viewer is in; undefined for any other. */
export async function calendarOfSession(viewerId: Id, sessionId: Id): Promise<LabCalendar | undefined> {
  const [lab] = await sqlClient()<LabCalendar['lab'][]>`
    select l.id, l.slug, l.name, l.time_zone as "timeZone"
    from sessions s join labs l on l.id = s.lab_id join members m on m.lab_id = l.id and m.user_id = ${viewerId}
    where s.id = ${sessionId}`;
  return lab && { lab, sessions: await sessionsFor(lab.id, sessionId) };
}

/** The lab's sessions from two months ago on, the cancelled ones too; or one alone. */
async function sessionsFor(labId: Id, only?: Id): Promise<CalendarSession[]> {
  const sql = sqlClient();
  // What ended, reopened or cancelled it is told by the log: each counts as one more change. What the system ended (S12)
  // had been left long before: that is no length. In a lab that is archived or deleted nothing is held.
  return sql<CalendarSession[]>`
    select s.id, s.number,
      case when coalesce(l.archived_at, l.deleted_at) is not null and s.status = 'scheduled' then 'cancelled' else s.status end as status,
      (extract(epoch from case when e.held then s.started_at else s.starts_at end) * 1000)::float8 as "startsAt",
      case when e.held and e."by" is not null
        then greatest(1, round(extract(epoch from s.ended_at - s.started_at) / 60))::int
        else s.duration_minutes end as "durationMinutes",
      coalesce(s.call_url, l.call_url) as "callUrl", s.revision + coalesce(e.changes, 0) as revision,
      (extract(epoch from greatest(s.revised_at, e.at)) * 1000)::float8 as "revisedAt"
    from sessions s join labs l on l.id = s.lab_id
      left join lateral (
        select at, "by", type = 'session.ended' as held, (count(*) over ())::int as changes from events
        where session_id = s.id and type in ('session.ended', 'session.reopened', 'session.cancelled')
        order by seq desc limit 1) e on true
    where s.lab_id = ${labId}
      and ${only === undefined ? sql`s.starts_at > now() - ${PAST_DAYS} * interval '1 day'` : sql`s.id = ${only}`}
    order by s.starts_at, s.number limit ${SESSION_LIMIT}`;
}
