import { and, desc, eq, gt, inArray, isNull, lt, notInArray, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { REOPEN_MS } from '@/domain/permissions';
import type { Id } from '@/domain/session';
import type { SessionStatus } from '@/domain/vocabulary';
import { database, sqlClient } from './connection';
import { holdHosting } from './hosting';
import type { Membership } from './labs';
import { hostToAskIn, nameIn } from './names';
import { guestLinks, guests, labs, sessions, users } from './schema';
import { makeToken, tokenHash } from './tokens';

const makersName = sql<string>`${sql.raw(nameIn('sessions.lab_id', 'guest_links.created_by'))}`;
const hostToAsk = sql<string>`${sql.raw(hostToAskIn('sessions.lab_id', 'guest_links.created_by'))}`;
const LINK_LIMIT = 50;
const OVER: readonly SessionStatus[] = ['ended', 'cancelled'];

export type GuestLinkState = 'open' | 'revoked' | 'expired' | 'used_up' | 'over' | 'archived';

/** A link as hosts find it in their list; the token itself is never shown again. */
export interface ListedGuestLink {
  id: Id;
  session: { number: number; startsAt: Date };
  madeBy: string;
  expiresAt: Date;
  maxUses: number;
  state: GuestLinkState;
  /** The names of those who came by it, in the order of their coming. */
  guests: string[];
}

/**
 * Makes a link by which observers without an account listen in to one session; it can be followed until the session's end at
 * the least. The token comes back this once. Undefined where the lab has no such session, or it is over. The caller has asked whether the host
 * may; throws `HostNoMore` where that has just ended.
 */
export async function createGuestLink(
  membership: Membership,
  sessionId: Id,
  link: { expiresAt: Date; maxUses: number },
): Promise<string | undefined> {
  const { userId, lab } = membership;
  const db = database();
  const [session] = await db
    .select({ status: sessions.status, startsAt: sessions.startsAt, minutes: sessions.durationMinutes })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.labId, lab.id)))
    .limit(1);
  if (!session || OVER.includes(session.status)) return undefined;
  const { token, hash } = makeToken();
  const end = session.startsAt.getTime() + session.minutes * 60_000;
  const expiresAt = new Date(Math.max(link.expiresAt.getTime(), end));
  const { maxUses } = link;
  await db.transaction(async (tx) => {
    await holdHosting(tx, membership, 'guest_link.create');
    await tx
      .insert(guestLinks)
      .values({ id: newId(), sessionId, tokenHash: hash, createdBy: userId, expiresAt, maxUses });
  });
  return token;
}

/** The links to the lab's sessions that are not over, the newest first. */
export async function guestLinksOf({ lab }: Membership, now = new Date()): Promise<ListedGuestLink[]> {
  const rows = await database()
    .select({
      id: guestLinks.id,
      session: { number: sessions.number, startsAt: sessions.startsAt },
      status: sessions.status,
      madeBy: makersName,
      expiresAt: guestLinks.expiresAt,
      maxUses: guestLinks.maxUses,
      uses: guestLinks.uses,
      revokedAt: guestLinks.revokedAt,
      guests: sql<string[]>`array(select u.name from guests g join users u on u.id = g.user_id
        where g.link_id = ${guestLinks.id} order by g.created_at)`,
    })
    .from(guestLinks)
    .innerJoin(sessions, eq(sessions.id, guestLinks.sessionId))
    .where(and(eq(sessions.labId, lab.id), notInArray(sessions.status, [...OVER])))
    .orderBy(sql`${guestLinks.revokedAt} is not null`, desc(guestLinks.createdAt))
    .limit(LINK_LIMIT);
  return rows.map(({ status, uses, revokedAt, ...link }) => ({
    ...link,
    state: stateOf({ ...link, status, uses, revokedAt, archivedAt: lab.archivedAt }, now),
  }));
}

/** Ends a link at once, for those too who came by it. Gives their ids; undefined where there was none to end. */
export async function revokeGuestLink({ lab }: Membership, id: Id): Promise<Id[] | undefined> {
  const db = database();
  const ours = db.select({ id: sessions.id }).from(sessions).where(eq(sessions.labId, lab.id));
  const revoked = await db
    .update(guestLinks)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(guestLinks.id, id), inArray(guestLinks.sessionId, ours), isNull(guestLinks.revokedAt)))
    .returning({ id: guestLinks.id });
  if (revoked.length === 0) return undefined;
  const cut = await db.select({ id: guests.userId }).from(guests).where(eq(guests.linkId, id));
  return cut.map((guest) => guest.id);
}

/** What a guest's link leads to. */
export interface OpenedGuestLink {
  state: GuestLinkState;
  /** Whom to ask where it doesn't open: who made it, as long as they are a host. */
  host: string;
  lab: { id: Id; name: string; slug: string; timeZone: string; pledge: string };
  session: { id: Id; number: number; status: SessionStatus; startsAt: Date; durationMinutes: number };
}

/** Undefined for a token that never was. */
export async function guestLinkByToken(token: string, now = new Date()): Promise<OpenedGuestLink | undefined> {
  const [row] = await database()
    .select({
      expiresAt: guestLinks.expiresAt,
      maxUses: guestLinks.maxUses,
      uses: guestLinks.uses,
      revokedAt: guestLinks.revokedAt,
      host: hostToAsk,
      archivedAt: labs.archivedAt,
      lab: { id: labs.id, name: labs.name, slug: labs.slug, timeZone: labs.timeZone, pledge: labs.pledge },
      session: {
        id: sessions.id,
        number: sessions.number,
        status: sessions.status,
        startsAt: sessions.startsAt,
        durationMinutes: sessions.durationMinutes,
      },
    })
    .from(guestLinks)
    .innerJoin(sessions, eq(sessions.id, guestLinks.sessionId))
    .innerJoin(labs, eq(labs.id, sessions.labId))
    .where(and(eq(guestLinks.tokenHash, tokenHash(token)), isNull(labs.deletedAt)))
    .limit(1);
  if (!row) return undefined;
  const { host, lab, session, ...link } = row;
  return { host, lab, session, state: stateOf({ ...link, status: session.status }, now) };
}

/**
 * Lets somebody in by a link, under a name: a person with no account, for that one session. However many come at once, no
 * more come in than the link has places. Undefined where it isn't open. They have agreed to the pledge.
 */
export async function enterAsGuest(token: string, name: string): Promise<{ userId: Id; sessionId: Id } | undefined> {
  return database().transaction(async (tx) => {
    const open = tx
      .select({ id: sessions.id })
      .from(sessions)
      .innerJoin(labs, and(eq(labs.id, sessions.labId), isNull(labs.deletedAt), isNull(labs.archivedAt)))
      .where(inArray(sessions.status, ['scheduled', 'live', 'closing']));
    const [link] = await tx
      .update(guestLinks)
      .set({ uses: sql`${guestLinks.uses} + 1` })
      .where(
        and(
          eq(guestLinks.tokenHash, tokenHash(token)),
          isNull(guestLinks.revokedAt),
          gt(guestLinks.expiresAt, sql`now()`),
          lt(guestLinks.uses, guestLinks.maxUses),
          inArray(guestLinks.sessionId, open),
        ),
      )
      .returning({ id: guestLinks.id, sessionId: guestLinks.sessionId });
    if (!link) return undefined;
    const userId = newId();
    await tx.insert(users).values({ id: userId, name, guest: true });
    await tx.insert(guests).values({ userId, linkId: link.id, sessionId: link.sessionId, pledgedAt: sql`now()` });
    return { userId, sessionId: link.sessionId };
  });
}

/**
 * Whether a guest's place holds, of a link `k` to a session `s`: until the link is ended, the session is over and can't be
 * opened again, or the lab is deleted.
 */
export function guestPlaceHolds() {
  return sqlClient()`(k.revoked_at is null and (s.status in ('scheduled', 'live', 'closing')
    or s.ended_at > now() - ${REOPEN_MS / 1000} * interval '1 second')
    and exists (select 1 from labs d where d.id = s.lab_id and d.deleted_at is null))`;
}

/** The name of a guest of this session whose place still holds; undefined for everybody else. */
export async function guestOf(sessionId: Id, userId: Id): Promise<{ id: Id; name: string } | undefined> {
  const [row] = await sqlClient()<{ id: Id; name: string }[]>`
    select u.id, u.name from guests g join guest_links k on k.id = g.link_id
      join sessions s on s.id = g.session_id join users u on u.id = g.user_id
    where g.user_id = ${userId} and g.session_id = ${sessionId} and ${guestPlaceHolds()}`;
  return row;
}

/** A guest whose place in a session holds no more. */
export interface GoneGuest {
  /** Whether a host ended their link; otherwise the session is over. */
  revoked: boolean;
  number: number;
  labName: string;
  /** Whom to ask. */
  host: string;
}

/** Undefined for a guest whose place holds, and for who never was one of this session. */
export async function goneGuest(sessionId: Id, userId: Id): Promise<GoneGuest | undefined> {
  const [row] = await sqlClient()<GoneGuest[]>`
    select k.revoked_at is not null as revoked, s.number, l.name as "labName",
      ${sqlClient().unsafe(hostToAskIn('s.lab_id', 'k.created_by'))} as host
    from guests g join guest_links k on k.id = g.link_id join sessions s on s.id = g.session_id
      join labs l on l.id = s.lab_id
    where g.user_id = ${userId} and g.session_id = ${sessionId} and not ${guestPlaceHolds()}`;
  return row;
}

function stateOf(
  link: {
    revokedAt: Date | null;
    expiresAt: Date;
    uses: number;
    maxUses: number;
    status: SessionStatus;
    archivedAt: Date | null;
  },
  now: Date,
): GuestLinkState {
  if (link.revokedAt) return 'revoked';
  if (link.archivedAt) return 'archived';
  if (OVER.includes(link.status)) return 'over';
  if (link.expiresAt <= now) return 'expired';
  return link.uses >= link.maxUses ? 'used_up' : 'open';
}
