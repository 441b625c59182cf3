import { and, asc, eq, max, ne, sql } from 'drizzle-orm';
import type { Id } from '@/domain/session';
import type { Role } from '@/domain/vocabulary';
import { coachingCounts } from './coaching';
import { database, type Transaction } from './connection';
import { closeDoors } from './doors';
import { agreedAt, type Membership } from './labs';
import { attendance, labs, members, removals, sessions, turns, users } from './schema';
import { stopSharing } from './why';

const LIST_LIMIT = 500;

export interface ListedMember {
  id: string;
  name: string;
  initials: string | null;
  email: string | null;
  role: Role;
  joinedAt: Date;
  pledged: boolean;
  lastSeatAt: Date | null;
  /** Contributions to other people's turns that stand. */
  coached: number;
  lastSeenAt: Date | null;
}

/** Everyone in the lab, hosts first, with when they last sat, coached and were seen. */
export async function membersOf({ lab }: Membership): Promise<ListedMember[]> {
  const db = database();
  const seats = db
    .select({ id: turns.repId, lastSeatAt: max(turns.startedAt).as('last_seat_at') })
    .from(turns)
    .where(and(eq(turns.labId, lab.id), eq(turns.putOff, false)))
    .groupBy(turns.repId)
    .as('seats');
  const visits = db
    .select({ id: attendance.userId, lastSeenAt: max(attendance.seenAt).as('last_seen_at') })
    .from(attendance)
    .innerJoin(sessions, eq(sessions.id, attendance.sessionId))
    .where(eq(sessions.labId, lab.id))
    .groupBy(attendance.userId)
    .as('visits');
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      initials: users.initials,
      email: users.email,
      role: members.role,
      joinedAt: members.joinedAt,
      pledgedAt: agreedAt,
      lastSeatAt: seats.lastSeatAt,
      lastSeenAt: visits.lastSeenAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(labs, eq(labs.id, members.labId))
    .leftJoin(seats, eq(seats.id, members.userId))
    .leftJoin(visits, eq(visits.id, members.userId))
    .where(eq(members.labId, lab.id))
    .orderBy(sql`array_position(array['host','rep','observer'], ${members.role})`, asc(members.joinedAt))
    .limit(LIST_LIMIT);
  const coached = await coachingCounts(lab.id);
  return rows.map(({ pledgedAt, ...row }) => ({
    ...row,
    pledged: pledgedAt !== null,
    coached: coached.get(row.id) ?? 0,
  }));
}

/** The names of a lab's hosts, the one who joined first first. */
export async function hostNames({ lab }: Membership): Promise<string[]> {
  const rows = await database()
    .select({ name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.labId, lab.id), eq(members.role, 'host')))
    .orderBy(asc(members.joinedAt))
    .limit(20);
  return rows.map(({ name }) => name);
}

/** What became of it; and which guests have no place in the lab's rooms any more, for their host is none. */
export type MemberChange = { outcome: 'changed'; sentOut: Id[] } | { outcome: 'unchanged' | 'not_found' | 'last_host' };

/**
 * Gives a member another role, at once; whoever is no host any more leaves no door open that they made (`closeDoors`).
 * Refuses what would leave the lab without a host.
 */
export async function changeRole({ lab }: Membership, memberId: string, role: Role): Promise<MemberChange> {
  return database().transaction(async (tx) => {
    const now = await lockedRole(tx, lab.id, memberId);
    if (!now) return { outcome: 'not_found' };
    if (now === role) return { outcome: 'unchanged' };
    if (now === 'host' && !(await hasOtherHost(tx, lab.id, memberId))) return { outcome: 'last_host' };
    await tx
      .update(members)
      .set({ role, roleSince: sql`now()` })
      .where(and(eq(members.labId, lab.id), eq(members.userId, memberId)));
    if (role === 'observer') await stopSharing(tx, lab.id, memberId);
    return { outcome: 'changed', sentOut: now === 'host' ? await closeDoors(tx, lab.id, memberId) : [] };
  });
}

/**
 * Takes a member out of the lab; what they brought and said stays, and no door that they made is left open
 * (`closeDoors`). Whom another removed comes back by no link: a host lets them. Refuses the last host.
 */
export async function removeMember({ lab, userId }: Membership, memberId: string): Promise<MemberChange> {
  return database().transaction(async (tx) => {
    const now = await lockedRole(tx, lab.id, memberId);
    if (!now) return { outcome: 'not_found' };
    if (now === 'host' && !(await hasOtherHost(tx, lab.id, memberId))) return { outcome: 'last_host' };
    const [gone] = await tx
      .delete(members)
      .where(and(eq(members.labId, lab.id), eq(members.userId, memberId)))
      .returning({ labId: members.labId, userId: members.userId, role: members.role, pledgedAt: members.pledgedAt });
    if (gone && memberId !== userId) await tx.insert(removals).values(gone);
    await stopSharing(tx, lab.id, memberId);
    return { outcome: 'changed', sentOut: await closeDoors(tx, lab.id, memberId) };
  });
}

/**
 * Records that a member has agreed to these words; once is enough. False where they are not the pledge any more: it was
 * changed while they read.
 */
export async function acceptPledge({ userId, lab }: Membership, words: string): Promise<boolean> {
  const agreed = await database()
    .update(members)
    .set({ pledgedAt: sql`coalesce(${agreedAt}, now())` })
    .from(labs)
    .where(and(eq(labs.id, lab.id), eq(labs.pledge, words), eq(members.labId, lab.id), eq(members.userId, userId)))
    .returning({ userId: members.userId });
  return agreed.length > 0;
}

/** A member's role, with the lab's hosts locked: two hosts who step down at once can't both go. */
async function lockedRole(tx: Transaction, labId: string, memberId: string): Promise<Role | undefined> {
  await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.labId, labId), eq(members.role, 'host')))
    .orderBy(members.userId)
    .for('update');
  const [member] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.labId, labId), eq(members.userId, memberId)))
    .for('update');
  return member?.role;
}

/** Whether somebody else is a host there. */
async function hasOtherHost(tx: Transaction, labId: string, memberId: string): Promise<boolean> {
  const [other] = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.labId, labId), eq(members.role, 'host'), ne(members.userId, memberId)))
    .limit(1);
  return other !== undefined;
}

/** In which zones the lab's members are, as far as their devices have said. */
export async function memberZones({ lab }: Membership): Promise<{ name: string; zone: string | null }[]> {
  return database()
    .select({ name: users.name, zone: users.timeZone })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.labId, lab.id), sql`${users.email} is not null`))
    .orderBy(asc(members.joinedAt))
    .limit(LIST_LIMIT);
}
