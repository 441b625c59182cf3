import { eq, max } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { database, type Transaction } from './connection';
import type { Membership } from './labs';
import { labs, sessions } from './schema';

interface Meeting {
  startsAt: Date;
  durationMinutes: number;
  callUrl: string | null;
}

/** Adds a session with the lab's next number; sessions that are added at once wait for each other. */
export async function insertSession(tx: Transaction, labId: string, meeting: Meeting): Promise<string> {
  await tx.select({ id: labs.id }).from(labs).where(eq(labs.id, labId)).for('update');
  const [last] = await tx
    .select({ number: max(sessions.number) })
    .from(sessions)
    .where(eq(sessions.labId, labId));
  const id = newId();
  await tx.insert(sessions).values({ id, labId, number: (last?.number ?? 0) + 1, ...meeting });
  return id;
}

/** Schedules a session of the host's lab. The caller has asked whether they may. */
export async function scheduleSession({ lab }: Membership, meeting: Meeting): Promise<string> {
  return database().transaction((tx) => insertSession(tx, lab.id, meeting));
}
