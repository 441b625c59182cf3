import { and, eq, gt, sql, type SQL } from 'drizzle-orm';
import { PAST_DAYS } from './calendar-feeds';
import type { Transaction } from './connection';
import { sessions } from './schema';

/** What calendars are told anew. */
export const REVISED = { revision: sql`${sessions.revision} + 1`, revisedAt: sql`now()` };

/** Something else is written in all of the lab's sessions that a calendar has, or in `which`: its name, its zone, its call. */
export async function reviseAll(tx: Transaction, labId: string, which?: SQL): Promise<void> {
  await tx
    .update(sessions)
    .set(REVISED)
    .where(and(eq(sessions.labId, labId), which, gt(sessions.startsAt, sql`now() - ${PAST_DAYS} * interval '1 day'`)));
}

/** What was to come of the lab is not held, or is held again. */
export async function reviseToCome(tx: Transaction, labId: string): Promise<void> {
  await reviseAll(tx, labId, eq(sessions.status, 'scheduled'));
}
