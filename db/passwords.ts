import { and, eq, isNull } from 'drizzle-orm';
import { database, type Transaction } from './connection';
import { dropEmailLinks } from './email-links';
import { passwordLinks, users } from './schema';
import { endSignIns } from './sign-ins';

/**
 * Sets a new password, and ends every sign-in but the one that is to stay, every link to a new password, and every link
 * that would confirm an address: whoever knew the old password may have asked for it.
 */
export async function setPassword(
  userId: string,
  passwordHash: string,
  { but, tx }: { but?: string; tx?: Transaction } = {},
): Promise<void> {
  const set = async (db: Transaction) => {
    await dropEmailLinks(userId, db);
    await db.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await db.delete(passwordLinks).where(and(eq(passwordLinks.userId, userId), isNull(passwordLinks.usedAt)));
    await endSignIns(userId, but, db);
  };
  await (tx ? set(tx) : database().transaction(set));
}
