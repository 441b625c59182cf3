import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { renumbered } from '@/domain/session-numbers';
import { REVISED } from './calendar-revisions';
import type { Transaction } from './connection';
import { sessions } from './schema';

const SESSION_LIMIT = 500;

/**
 * Counts the lab's sessions that have not begun by their dates, after one was added, moved or brought back; calendars are
 * told which is called otherwise now. In a transaction that holds the lab.
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
  const [highest] = await tx
    .select({
      highest: sql<number>`coalesce(max(${sessions.number}), 0)`,
      begun: sql<number>`coalesce(max(${sessions.number}) filter (where ${sessions.status} not in ('scheduled', 'cancelled')), 0)`,
    })
    .from(sessions)
    .where(ofLab);
  if (!highest) return;
  const numbers = toCome.map(({ startsAt, ...session }) => ({ ...session, at: startsAt.getTime() }));
  const anew = renumbered(numbers, highest);
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
