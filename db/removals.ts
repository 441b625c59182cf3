import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Role } from '@/domain/vocabulary';
import { mayHavePlace } from './aside';
import { database, type Database, type Transaction } from './connection';
import type { Membership } from './labs';
import { members, removals, users } from './schema';

const LIST_LIMIT = 100;

export interface ListedRemoval {
  id: string;
  name: string;
  email: string | null;
  /** What they were in the lab. */
  role: Role;
  removedAt: Date;
}

/** Whom hosts have removed from the lab, the latest first; whoever deletes their account is among them no more. */
export async function removedOf({ lab }: Membership): Promise<ListedRemoval[]> {
  return database()
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: removals.role,
      removedAt: removals.removedAt,
    })
    .from(removals)
    .innerJoin(users, and(eq(users.id, removals.userId), isNull(users.leavingAt)))
    .where(eq(removals.labId, lab.id))
    .orderBy(desc(removals.removedAt))
    .limit(LIST_LIMIT);
}

/** Whether a host has removed this person from the lab, and none has let them back in. */
export async function isRemovedFrom(
  labId: string,
  userId: string,
  db: Database | Transaction = database(),
): Promise<boolean> {
  const found = await db
    .select({ userId: removals.userId })
    .from(removals)
    .where(and(eq(removals.labId, labId), eq(removals.userId, userId)))
    .limit(1);
  return found.length > 0;
}

/**
 * Makes somebody whom a host removed a member again, as what they were. False where nobody by that id was removed, or
 * they have deleted their account.
 */
export async function letBackIn({ lab }: Membership, userId: string): Promise<boolean> {
  return database().transaction(async (tx) => {
    if (!(await mayHavePlace(tx, userId))) return false;
    const [removed] = await tx
      .delete(removals)
      .where(and(eq(removals.labId, lab.id), eq(removals.userId, userId)))
      .returning({ role: removals.role, pledgedAt: removals.pledgedAt });
    if (!removed) return false;
    await tx
      .insert(members)
      .values({ labId: lab.id, userId, ...removed, roleSince: sql`now()` })
      .onConflictDoNothing();
    return true;
  });
}
