import { and, asc, desc, eq, inArray, max, ne, notInArray, sql } from 'drizzle-orm';
import { renumbered } from '@/domain/session-numbers';
import { REVISED } from './calendar-revisions';
import type { Transaction } from './connection';
import { sessions } from './schema';

const SESSION_LIMIT = 500;
/** A lab's meetings of many years. */
const BEGUN_LIMIT = 5000;

/** A number that no session of the lab has, but those that were cancelled: until `orderNumbers`. In a transaction that holds the lab. */
export async function freeNumber(tx: Transaction, labId: string): Promise<number> {
  const [last] = await tx
    .select({ number: max(sessions.number) })
    .from(sessions)
    .where(and(eq(sessions.labId, labId), ne(sessions.status, 'cancelled')));
  return (last?.number ?? 0) + 1;
}

/**
 * Counts the lab's sessions that have not begun by their dates among all, after one was added, moved, cancelled or brought back;
 * calendars are told which is called otherwise now. In a transaction that holds the lab.
 */
export async function orderNumbers(tx: Transaction, labId: string): Promise<void> {
  const ofLab = eq(sessions.labId, labId);
  // Held until they have their numbers, so that none of them begins meanwhile.
  const toCome = await tx
    .select({ id: sessions.id, number: sessions.number, startsAt: sessions.startsAt })
    .from(sessions)
    .where(and(ofLab, eq(sessions.status, 'scheduled')))
    .orderBy(asc(sessions.startsAt))
    .limit(SESSION_LIMIT)
    .for('no key update');
  const begun = await tx
    .select({ number: sessions.number, startsAt: sessions.startsAt })
    .from(sessions)
    .where(and(ofLab, notInArray(sessions.status, ['scheduled', 'cancelled'])))
    .orderBy(desc(sessions.number))
    .limit(BEGUN_LIMIT);
  const anew = renumbered(toCome.map(dated), begun.map(dated));
  if (anew.length === 0) return;
  // Numbers are swapped: until all have theirs, each has one that is nobody's.
  const ids = anew.map(({ id }) => id);
  await tx
    .update(sessions)
    .set({ number: sql`-${sessions.number}` })
    .where(inArray(sessions.id, ids));
  for (const { id, number } of anew) {
    await tx
      .update(sessions)
      .set({ number, ...REVISED })
      .where(eq(sessions.id, id));
  }
}

function dated<T extends { startsAt: Date }>({ startsAt, ...session }: T) {
  return { ...session, at: startsAt.getTime() };
}
