import { and, eq, inArray, sql } from 'drizzle-orm';
import { SLIP_MS } from '@/domain/mail/told-at';
import { PHASES, type Phase } from '@/domain/vocabulary';
import { reviseAll, reviseToCome } from './calendar-revisions';
import { database, type Transaction } from './connection';
import { heardAway, putLabChangeMail } from './lab-mail';
import type { Membership } from './labs';
import { labs, members, sessions } from './schema';

/**
 * Gives a lab another name; its address stays, so that links go on leading to it, and calendars call its sessions by the
 * new one. The caller has asked whether the host may.
 */
export async function renameLab({ lab }: Membership, name: string): Promise<void> {
  await database().transaction(async (tx) => {
    const before = await locked(tx, lab.id);
    if (!before || before.name === name) return;
    await tx.update(labs).set({ name }).where(eq(labs.id, lab.id));
    await reviseAll(tx, lab.id);
  });
}

/** How long each phase of a turn takes, in minutes; sessions that are running keep what they began with. */
export async function savePhases({ lab }: Membership, minutes: Record<Phase, number>): Promise<void> {
  const phaseSeconds = Object.fromEntries(PHASES.map((phase) => [phase, minutes[phase] * 60]));
  await mergeSettings(lab.id, { phaseSeconds });
}

/** Whether each phase keeps its kinds; sessions that are running keep what they began with. */
export async function saveStrictness({ lab }: Membership, strict: boolean): Promise<void> {
  await mergeSettings(lab.id, { strict });
}

/** Two hosts who save two parts at once overwrite nothing of each other's. */
async function mergeSettings(labId: string, part: object): Promise<void> {
  await database()
    .update(labs)
    .set({ settings: sql`${labs.settings} || ${JSON.stringify(part)}::text::jsonb` })
    .where(eq(labs.id, labId));
}

/**
 * Makes other words the pledge: everybody is asked again when they next come, but for the host who wrote them. Those in a
 * live room stay until they leave it. The same words change nothing; false then.
 */
export async function savePledge({ lab, userId }: Membership, pledge: string): Promise<boolean> {
  return database().transaction(async (tx) => {
    const before = await locked(tx, lab.id);
    if (!before || before.pledge === pledge) return false;
    await tx
      .update(labs)
      .set({ pledge, pledgeSince: sql`now()` })
      .where(eq(labs.id, lab.id));
    await tx
      .update(members)
      .set({ pledgedAt: sql`now()` })
      .where(and(eq(members.labId, lab.id), eq(members.userId, userId)));
    return true;
  });
}

/**
 * Puts a lab away: it can be read, and nothing goes on in it. Where it had sessions ahead, the members but whoever does it
 * are told by mail, unless it is back by then. Refused while a session is under way.
 */
export async function archiveLab({ lab, userId }: Membership): Promise<'archived' | 'already' | 'under_way'> {
  return database().transaction(async (tx) => {
    const before = await locked(tx, lab.id);
    if (!before || before.archivedAt) return 'already';
    const running = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.labId, lab.id), inArray(sessions.status, ['live', 'closing'])))
      .limit(1);
    if (running.length > 0) return 'under_way';
    const [after] = await tx
      .update(labs)
      .set({ archivedAt: sql`now()` })
      .where(eq(labs.id, lab.id))
      .returning({ since: labs.archivedAt });
    await reviseToCome(tx, lab.id);
    if (after?.since)
      await putLabChangeMail(tx, { labId: lab.id, by: userId, because: 'archived', since: after.since });
    return 'archived';
  });
}

/**
 * Brings a lab back as it was; the caller lets its sessions follow the schedule again. Where it was away so long that
 * members were told, or the last that they heard is that it is, the members but whoever does it are told. False where it
 * was not archived.
 */
export async function restoreLab({ lab, userId }: Membership): Promise<boolean> {
  return database().transaction(async (tx) => {
    const before = await locked(tx, lab.id);
    if (!before?.archivedAt) return false;
    await tx.update(labs).set({ archivedAt: null }).where(eq(labs.id, lab.id));
    await reviseToCome(tx, lab.id);
    if (before.told || (await heardAway(tx, lab.id)))
      await putLabChangeMail(tx, { labId: lab.id, by: userId, because: 'back', since: before.now });
    return true;
  });
}

async function locked(tx: Transaction, labId: string) {
  const [lab] = await tx
    .select({
      name: labs.name,
      pledge: labs.pledge,
      archivedAt: labs.archivedAt,
      told: sql<boolean>`${labs.archivedAt} < now() - ${SLIP_MS.lab} * interval '1 ms'`,
      now: sql`now()`.mapWith(labs.createdAt),
    })
    .from(labs)
    .where(eq(labs.id, labId))
    .for('no key update');
  return lab;
}
