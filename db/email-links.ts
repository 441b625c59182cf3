import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { database, type Database, type Transaction } from './connection';
import { failureOf } from './errors';
import { putMail } from './outbox';
import { emailLinks, passwordLinks, users } from './schema';
import { makeToken, tokenHash } from './tokens';

/** How long a link that confirms an address holds. */
export const EMAIL_LINK_MS = 3 * 24 * 60 * 60_000;

/**
 * Writes a mail with a one-time link to an address (in canonical form), to be confirmed as a person's, and ends the
 * earlier ones. An address that isn't theirs yet becomes it once the link was followed.
 */
export async function askToConfirm(
  { userId, email }: { userId: string; email: string },
  db: Database | Transaction = database(),
  now = new Date(),
): Promise<void> {
  const { token, hash } = makeToken();
  const id = newId();
  const expiresAt = new Date(now.getTime() + EMAIL_LINK_MS);
  await dropEmailLinks(userId, db);
  await db.insert(emailLinks).values({ id, userId, email, tokenHash: hash, expiresAt });
  await putMail(db, {
    kind: 'email_confirmation',
    key: `email_confirmation:${id}`,
    to: email,
    userId,
    data: { token, until: expiresAt.toISOString() },
  });
}

/** Ends the links that were mailed to a person's addresses and not followed. */
export async function dropEmailLinks(userId: string, db: Database | Transaction = database()): Promise<void> {
  await db.delete(emailLinks).where(and(eq(emailLinks.userId, userId), isNull(emailLinks.usedAt)));
}

/** The address that becomes a person's once they follow the link that was mailed to it. */
export async function addressToBe(userId: string): Promise<string | undefined> {
  const [link] = await database()
    .select({ email: emailLinks.email })
    .from(emailLinks)
    .innerJoin(users, eq(users.id, emailLinks.userId))
    .where(
      and(
        eq(emailLinks.userId, userId),
        isNull(emailLinks.usedAt),
        gt(emailLinks.expiresAt, sql`now()`),
        ne(emailLinks.email, users.email),
      ),
    )
    .orderBy(desc(emailLinks.createdAt))
    .limit(1);
  return link?.email;
}

/** "confirmed": used, and its address is still the account's. */
export type EmailLinkState = 'open' | 'confirmed' | 'used' | 'expired';

/** Which address a link confirms, and for whom; undefined for a token that never was, or was replaced. */
export async function emailLinkByToken(
  token: string,
  now = new Date(),
): Promise<{ state: EmailLinkState; email: string; name: string } | undefined> {
  const [row] = await database()
    .select({
      email: emailLinks.email,
      name: users.name,
      expiresAt: emailLinks.expiresAt,
      usedAt: emailLinks.usedAt,
      stands: sql<boolean>`coalesce(${users.email} = ${emailLinks.email}, false) and ${users.emailConfirmedAt} is not null`,
    })
    .from(emailLinks)
    .innerJoin(users, eq(users.id, emailLinks.userId))
    .where(eq(emailLinks.tokenHash, tokenHash(token)))
    .limit(1);
  if (!row) return undefined;
  const used = row.stands ? 'confirmed' : 'used';
  const state = row.usedAt ? used : row.expiresAt <= now ? 'expired' : 'open';
  return { state, email: row.email, name: row.name };
}

export type Confirmation = 'confirmed' | 'closed' | 'taken';

/**
 * Confirms the address of a link, and makes it the account's where it wasn't: the old one is told. "taken" where it
 * has become another's meanwhile; the link stays open then. Of two at once, one wins.
 */
export async function spendEmailLink(token: string): Promise<Confirmation> {
  try {
    return await database().transaction(async (tx) => {
      const [link] = await tx
        .update(emailLinks)
        .set({ usedAt: sql`now()` })
        .where(
          and(
            eq(emailLinks.tokenHash, tokenHash(token)),
            isNull(emailLinks.usedAt),
            gt(emailLinks.expiresAt, sql`now()`),
          ),
        )
        .returning({ id: emailLinks.id, userId: emailLinks.userId, email: emailLinks.email });
      if (!link) return 'closed';
      const before = await setEmail(tx, link, new Date());
      if (before && before !== link.email) {
        await putMail(tx, {
          kind: 'address_changed',
          key: `address_changed:${link.id}`,
          to: before,
          userId: link.userId,
          data: { address: link.email },
        });
      }
      return 'confirmed';
    });
  } catch (error) {
    // Nothing else in it can be refused for what it says.
    if (failureOf(error) === 'content') return 'taken';
    throw error;
  }
}

/** Makes an address (in canonical form) a person's without a mail to it; false where it is another's. */
export async function changeEmailUnconfirmed(userId: string, email: string): Promise<boolean> {
  try {
    await database().transaction((tx) => setEmail(tx, { userId, email }, null));
    return true;
  } catch (error) {
    if (failureOf(error) === 'content') return false;
    throw error;
  }
}

/** Gives what the address was before. Links to a new password that went to that one are worth nothing any more. */
async function setEmail(
  tx: Transaction,
  { userId, email }: { userId: string; email: string },
  confirmedAt: Date | null,
): Promise<string | null> {
  const [before] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId)).for('update');
  await tx.update(users).set({ email, emailConfirmedAt: confirmedAt }).where(eq(users.id, userId));
  if (before?.email !== email) {
    await tx.delete(passwordLinks).where(and(eq(passwordLinks.userId, userId), isNull(passwordLinks.usedAt)));
  }
  return before?.email ?? null;
}
