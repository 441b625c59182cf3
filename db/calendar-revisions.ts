import { and, eq, gt, sql } from 'drizzle-orm';
import { PAST_DAYS } from './calendar-feeds';
import type { Transaction } from './connection';
import { sessions } from './schema';

/** What calendars are told anew. */
export const REVISED = { revision: sql`${sessions.revision} + 1`, revisedAt: sql`now()` };

/** Something is written in every session of the lab that a calendar has: its name, its zone. */
export async function reviseAll(tx: Transaction, labId: string): Promise<void> {
  await tx
    .update(sessions)
    .set(REVISED)
    .where(and(eq(sessions.labId, labId), gt(sessions.startsAt, sql`now() - ${PAST_DAYS} * interval '1 day'`)));
}
