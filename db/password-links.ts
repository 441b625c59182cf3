import { and, eq, gt, isNull, not, or, sql, type SQLWrapper } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { v7 as newId } from 'uuid';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { database } from './connection';
import type { Membership } from './labs';
import { putMail } from './outbox';
import { setPassword } from './passwords';
import { identities, members, passwordLinks, users } from './schema';
import { makeToken, tokenHash } from './tokens';

/** How long a link to a new password holds that a host made, and one that was mailed. */
export const PASSWORD_LINK_MS = 24 * 60 * 60_000;
export const MAILED_LINK_MS = 60 * 60_000;

export type MadeLink = { token: string; name: string } | { refused: 'not_found' | 'own' | 'other_lab' };

/**
 * Makes a one-time link by which a member sets a new password, ends the earlier ones, and tells the member by mail. Refused for oneself, and for
 * who is also in a lab that this host doesn't host: one lab's host must not open another lab's door.
 */
export async function createPasswordLink(
  { userId: hostId, lab }: Membership,
  memberId: string,
  now = new Date(),
): Promise<MadeLink> {
  // A link that is made by who it is for passes for one that was mailed.
  if (memberId === hostId) return { refused: 'own' };
  return database().transaction(async (tx) => {
    const [member] = await tx
      .select({ name: users.name, email: users.email, elsewhere: isElsewhere(members.userId, hostId) })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(eq(members.labId, lab.id), eq(members.userId, memberId)))
      .limit(1);
    if (!member) return { refused: 'not_found' };
    if (member.elsewhere) return { refused: 'other_lab' };
    await tx.delete(passwordLinks).where(and(eq(passwordLinks.userId, memberId), isNull(passwordLinks.usedAt)));
    const { token, hash } = makeToken();
    const expiresAt = new Date(now.getTime() + PASSWORD_LINK_MS);
    const id = newId();
    await tx.insert(passwordLinks).values({ id, userId: memberId, tokenHash: hash, createdBy: hostId, expiresAt });
    if (member.email) {
      const [host] = await tx.select({ name: users.name }).from(users).where(eq(users.id, hostId));
      await putMail(tx, {
        kind: 'password_link',
        key: `password_link:${id}`,
        to: member.email,
        userId: memberId,
        data: { by: host?.name ?? FORMER_MEMBER, lab: lab.name },
      });
    }
    return { token, name: member.name };
  });
}

/**
 * Writes a mail with a one-time link to an address (in canonical form), where it has an account; otherwise nothing.
 * Earlier links stay: whoever reads the first of two mails first must not find it closed.
 */
export async function mailResetLink(email: string, now = new Date()): Promise<void> {
  await database().transaction(async (tx) => {
    const [found] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email)).limit(1);
    if (!found) return;
    const { token, hash } = makeToken();
    const id = newId();
    const expiresAt = new Date(now.getTime() + MAILED_LINK_MS);
    await tx.insert(passwordLinks).values({ id, userId: found.id, tokenHash: hash, createdBy: found.id, expiresAt });
    await putMail(tx, {
      kind: 'password_reset',
      key: `password_reset:${id}`,
      to: email,
      userId: found.id,
      data: { token, until: expiresAt.toISOString() },
    });
  });
}

/** `other_lab`: who it is for is in a lab now that its maker doesn't host. */
export type PasswordLinkState = 'open' | 'used' | 'expired' | 'other_lab';

/** Whose password a link sets, and which host made it (none: it was mailed); undefined for a token that never was, or was replaced. */
export async function passwordLinkByToken(
  token: string,
  now = new Date(),
): Promise<{ state: PasswordLinkState; name: string; email: string; madeBy: string | undefined } | undefined> {
  const makers = alias(users, 'makers');
  const [row] = await database()
    .select({
      name: users.name,
      email: users.email,
      madeBy: makers.name,
      mailed: wasMailed.mapWith(Boolean),
      elsewhere: isElsewhere(passwordLinks.userId, passwordLinks.createdBy),
      expiresAt: passwordLinks.expiresAt,
      usedAt: passwordLinks.usedAt,
    })
    .from(passwordLinks)
    .innerJoin(users, eq(users.id, passwordLinks.userId))
    .innerJoin(makers, eq(makers.id, passwordLinks.createdBy))
    .where(eq(passwordLinks.tokenHash, tokenHash(token)))
    .limit(1);
  if (!row) return undefined;
  return {
    state: stateOf(row, now),
    name: row.name,
    email: row.email ?? '',
    madeBy: row.mailed ? undefined : row.madeBy,
  };
}

/**
 * Sets the new password and uses the link up, and ends every sign-in. A link that was mailed also shows that the address
 * is theirs, and unlinks every provider: somebody else may have linked one. Undefined where the link isn't open, or the
 * host who made it could not make it any more; of two at once, one wins.
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
          or(wasMailed, not(isElsewhere(passwordLinks.userId, passwordLinks.createdBy))),
        ),
      )
      .returning({ userId: passwordLinks.userId, createdBy: passwordLinks.createdBy });
    if (!used) return undefined;
    const { userId, createdBy } = used;
    await setPassword(userId, passwordHash, { tx });
    if (createdBy === userId) {
      await tx
        .update(users)
        .set({ emailConfirmedAt: sql`coalesce(${users.emailConfirmedAt}, now())` })
        .where(eq(users.id, userId));
      await tx.delete(identities).where(eq(identities.userId, userId));
    }
    return { userId };
  });
}

const wasMailed = eq(passwordLinks.createdBy, passwordLinks.userId);

/** Whether somebody is in a lab that a host doesn't host; one that was deleted, and may come back, is one too. */
function isElsewhere(memberId: SQLWrapper, hostId: SQLWrapper | string) {
  return sql<boolean>`exists (
    with standing as not materialized (
      select lab_id, user_id, role from members union all select lab_id, user_id, role from members_aside)
    select 1 from standing here where here.user_id = ${memberId} and not exists (
      select 1 from standing host
      where host.lab_id = here.lab_id and host.user_id = ${hostId} and host.role = 'host'))`;
}

function stateOf(
  link: { usedAt: Date | null; expiresAt: Date; mailed: boolean; elsewhere: boolean },
  now: Date,
): PasswordLinkState {
  if (link.usedAt) return 'used';
  if (link.expiresAt <= now) return 'expired';
  return link.elsewhere && !link.mailed ? 'other_lab' : 'open';
}
