import { and, eq, gt, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { v7 as newId } from 'uuid';
import { database } from './connection';
import type { Membership } from './labs';
import { setPassword } from './people';
import { members, passwordLinks, users } from './schema';
import { makeToken, tokenHash } from './tokens';

/** How long a link to a new password holds. */
export const PASSWORD_LINK_MS = 24 * 60 * 60_000;

export type MadeLink = { token: string; name: string } | { refused: 'not_found' | 'other_lab' };

/**
 * Makes a one-time link by which a member sets a new password, and ends the earlier ones. Refused for who is also in
 * a lab that this host doesn't host: one lab's host must not open another lab's door.
 */
export async function createPasswordLink(
  { userId: hostId, lab }: Membership,
  memberId: string,
  now = new Date(),
): Promise<MadeLink> {
  return database().transaction(async (tx) => {
    const [member] = await tx
      .select({ name: users.name })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(eq(members.labId, lab.id), eq(members.userId, memberId)))
      .limit(1);
    if (!member) return { refused: 'not_found' };
    const hosted = alias(members, 'hosted');
    const elsewhere = await tx
      .select({ labId: members.labId })
      .from(members)
      .where(
        and(
          eq(members.userId, memberId),
          notExists(
            tx
              .select({ one: sql`1` })
              .from(hosted)
              .where(and(eq(hosted.labId, members.labId), eq(hosted.userId, hostId), eq(hosted.role, 'host'))),
          ),
        ),
      )
      .limit(1);
    if (elsewhere.length > 0) return { refused: 'other_lab' };
    await tx.delete(passwordLinks).where(and(eq(passwordLinks.userId, memberId), isNull(passwordLinks.usedAt)));
    const { token, hash } = makeToken();
    const expiresAt = new Date(now.getTime() + PASSWORD_LINK_MS);
    await tx
      .insert(passwordLinks)
      .values({ id: newId(), userId: memberId, tokenHash: hash, createdBy: hostId, expiresAt });
    return { token, name: member.name };
  });
}

export type PasswordLinkState = 'open' | 'used' | 'expired';

/** Whose password a link sets, and who made it; undefined for a token that never was, or was replaced. */
export async function passwordLinkByToken(
  token: string,
  now = new Date(),
): Promise<{ state: PasswordLinkState; name: string; email: string; madeBy: string } | undefined> {
  const makers = alias(users, 'makers');
  const [row] = await database()
    .select({
      name: users.name,
      email: users.email,
      madeBy: makers.name,
      expiresAt: passwordLinks.expiresAt,
      usedAt: passwordLinks.usedAt,
    })
    .from(passwordLinks)
    .innerJoin(users, eq(users.id, passwordLinks.userId))
    .innerJoin(makers, eq(makers.id, passwordLinks.createdBy))
    .where(eq(passwordLinks.tokenHash, tokenHash(token)))
    .limit(1);
  if (!row) return undefined;
  const state = row.usedAt ? 'used' : row.expiresAt <= now ? 'expired' : 'open';
  return { state, name: row.name, email: row.email ?? '', madeBy: row.madeBy };
}

/**
 * Sets the new password and uses the link up, signing out everywhere. Undefined where the link isn't open; of two
 * at once, one wins.
 */
export async function spendPasswordLink(token: string, passwordHash: string): Promise<{ userId: string } | undefined> {
  return database().transaction(async (tx) => {
    const [used] = await tx
      .update(passwordLinks)
      .set({ usedAt: sql`now()` })
      .where(
        and(
          eq(passwordLinks.tokenHash, tokenHash(token)),
          isNull(passwordLinks.usedAt),
          gt(passwordLinks.expiresAt, sql`now()`),
        ),
      )
      .returning({ userId: passwordLinks.userId });
    if (!used) return undefined;
    await setPassword(used.userId, passwordHash, tx);
    return used;
  });
}
