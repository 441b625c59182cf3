import { and, count, eq } from 'drizzle-orm';
import type { NewLab } from '@/domain/lab';
import { database, type Transaction } from './connection';
import { createLab } from './labs';
import { members, users } from './schema';
import { keepAhead } from './sessions-ahead';

/** So many labs one person hosts at most. */
export const MOST_HOSTED = 20;

/** Makes a lab with its first sessions, and one person its host, who has agreed to the pledge by that. Gives its slug. */
export async function foundLab(tx: Transaction, userId: string, made: NewLab, now = new Date()): Promise<string> {
  const { id: labId, slug } = await createLab(tx, made, now);
  await tx.insert(members).values({ labId, userId, role: 'host', pledgedAt: now });
  await keepAhead(tx, labId, now);
  return slug;
}

/** The same for somebody who hosts labs already; undefined once they host as many as may be. The caller has asked whether they may. */
export async function foundAnotherLab(userId: string, made: NewLab, now = new Date()): Promise<string | undefined> {
  return database().transaction(async (tx) => {
    // Who makes several at once makes one after the other.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
    const [hosted] = await tx
      .select({ number: count() })
      .from(members)
      .where(and(eq(members.userId, userId), eq(members.role, 'host')));
    return (hosted?.number ?? 0) < MOST_HOSTED ? foundLab(tx, userId, made, now) : undefined;
  });
}
