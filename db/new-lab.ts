import { and, count, eq } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { NewLab } from '@/domain/lab';
import { database, type Database, type Transaction } from './connection';
import { createLab } from './labs';
import { labs, members, users } from './schema';
import { keepAhead } from './sessions-ahead';

/** So many labs one person hosts at most. */
export const MOST_HOSTED = 20;

/** Makes a lab with its first sessions, and one person its host, who has agreed to the pledge by that. Gives its slug. */
export async function foundLab(
  tx: Transaction,
  userId: string,
  made: NewLab,
  now = new Date(),
  id?: string,
): Promise<string> {
  const { id: labId, slug } = await createLab(tx, made, now, id);
  await tx.insert(members).values({ labId, userId, role: 'host', pledgedAt: now });
  await keepAhead(tx, labId, now);
  return slug;
}

/**
 * The lab that there is under the id of a form: its slug where that form, sent before, made it for this person. Undefined
 * where there is none.
 */
export async function madeUnder(
  id: string,
  userId: string,
  labName: string,
  db: Database | Transaction = database(),
): Promise<{ slug?: string } | undefined> {
  const [same] = await db
    .select({ slug: labs.slug, name: labs.name, userId: members.userId })
    .from(labs)
    .leftJoin(members, and(eq(members.labId, labs.id), eq(members.userId, userId)))
    .where(eq(labs.id, id));
  // Who goes back to the form, and writes another name, makes another one.
  return same && (same.userId !== null && same.name === labName ? { slug: same.slug } : {});
}

/**
 * The same for somebody who hosts labs already, under the id that its form came with: a form that is sent twice is one lab.
 * Undefined once they host as many as may be. The caller has asked whether they may.
 */
export async function foundAnotherLab(
  userId: string,
  made: NewLab,
  id: string = newId(),
  now = new Date(),
): Promise<string | undefined> {
  return database().transaction(async (tx) => {
    // Who makes several at once makes one after the other.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
    const same = await madeUnder(id, userId, made.labName, tx);
    if (same?.slug !== undefined) return same.slug;
    const [hosted] = await tx
      .select({ number: count() })
      .from(members)
      .where(and(eq(members.userId, userId), eq(members.role, 'host')));
    return (hosted?.number ?? 0) < MOST_HOSTED ? foundLab(tx, userId, made, now, same ? newId() : id) : undefined;
  });
}
