import { and, eq, isNull } from 'drizzle-orm';
import { database, type Transaction } from './connection';
import { passwordLinks, users } from './schema';
import { endSignIns } from './sign-ins';

/** Sets a new password, and ends every sign-in but the one that is to stay, and every link to a new password. */
export async function setPassword(
  userId: string,
  passwordHash: string,
  { but, tx }: { but?: string; tx?: Transaction } = {},
): Promise<void> {
  const set = async (db: Transaction) => {
    await db.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await db.delete(passwordLinks).where(and(eq(passwordLinks.userId, userId), isNull(passwordLinks.usedAt)));
    await endSignIns(userId, but, db);
  };
  await (tx ? set(tx) : database().transaction(set));
}
