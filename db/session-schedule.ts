import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { slotOn } from '@/domain/schedule';
import { REVISED, reviseAll } from './calendar-revisions';
import { database, sqlClient, type Transaction } from './connection';
import type { Membership } from './labs';
import { labs, sessions, skippedDays } from './schema';
import { scheduleOf } from './schedules';
import { putHeldMail, putMovedMail } from './session-mail';
import { freeNumber, orderNumbers } from './session-numbers';

const OVERLAP_LIMIT = 5;

interface Meeting {
  startsAt: Date;
  durationMinutes: number;
  /** Null: the lab's own call. */
  callUrl: string | null;
  /** The day of the schedule that it stands for; none for a single session. */
  slot?: string;
}

/** Adds a session with the lab's next number, until `orderNumbers`; sessions that are added at once wait for each other. */
export async function insertSession(tx: Transaction, labId: string, meeting: Meeting): Promise<string> {
  await lockLab(tx, labId);
  const id = newId();
  await tx.insert(sessions).values({ id, labId, number: await freeNumber(tx, labId), ...meeting });
  return id;
}

/**
 * Schedules a single session of the host's lab; returns its id. Members who heard that the lab would not meet then are told.
 * Undefined where the lab meets at that very instant
 * already: a form that is sent twice is one session. The caller has asked whether they may.
 */
export async function scheduleSession(
  { lab, userId }: Membership,
  meeting: Omit<Meeting, 'slot'>,
): Promise<string | undefined> {
  return database().transaction(async (tx) => {
    await lockLab(tx, lab.id);
    const [there] = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(
        and(
          eq(sessions.labId, lab.id),
          eq(sessions.startsAt, meeting.startsAt),
          inArray(sessions.status, ['scheduled', 'live', 'closing']),
        ),
      )
      .limit(1);
    if (there) return undefined;
    const id = await insertSession(tx, lab.id, meeting);
    await orderNumbers(tx, lab.id);
    await putHeldMail(tx, { labId: lab.id, by: userId, held: [id] });
    return id;
  });
}

/** What adds or moves sessions of a lab waits here for one another. */
async function lockLab(tx: Transaction, labId: string): Promise<void> {
  await tx.select({ id: labs.id }).from(labs).where(eq(labs.id, labId)).for('no key update');
}

/**
 * Gives a session of the lab that has not begun another time, length or call, and tells the members of another time. At
 * its regular hour and length it is a regular one again. False where there is no such session.
 */
export async function changeSession(
  { lab, userId }: Membership,
  sessionId: string,
  to: Omit<Meeting, 'slot'>,
): Promise<boolean> {
  return database().transaction(async (tx) => {
    await lockLab(tx, lab.id);
    const ours = and(eq(sessions.id, sessionId), eq(sessions.labId, lab.id), eq(sessions.status, 'scheduled'));
    const [before] = await tx.select().from(sessions).where(ours).for('update');
    if (!before) return false;
    const moved = before.startsAt.getTime() !== to.startsAt.getTime();
    if (!moved && before.durationMinutes === to.durationMinutes && before.callUrl === to.callUrl) return true;
    const timed = moved || before.durationMinutes !== to.durationMinutes;
    const byHand = timed ? !(await isRegular(tx, lab.id, before.slot, to)) : before.moved;
    const [after] = await tx
      .update(sessions)
      .set({ ...to, moved: byHand, ...REVISED })
      .where(ours)
      .returning({ revision: sessions.revision });
    if (!moved) return true;
    await orderNumbers(tx, lab.id);
    const move = { sessionId, from: before.startsAt.toISOString(), to: to.startsAt.toISOString() };
    await putMovedMail(tx, {
      labId: lab.id,
      by: userId,
      change: `${sessionId}:${after?.revision ?? 0}`,
      moves: [move],
    });
    return true;
  });
}

/** Whether a session that stands for a day of the schedule is held just when, and as long as, the schedule says. */
async function isRegular(
  tx: Transaction,
  labId: string,
  day: string | null,
  { startsAt, durationMinutes }: Pick<Meeting, 'startsAt' | 'durationMinutes'>,
): Promise<boolean> {
  if (day === null) return false;
  const { rules } = await scheduleOf(labId, undefined, tx);
  const slot = slotOn(rules, day);
  return slot?.at === startsAt.getTime() && slot.durationMinutes === durationMinutes;
}

/** The lab's other sessions that would be under way while this one is, by their start (ms). */
export async function overlapping(
  { lab }: Membership,
  sessionId: string,
): Promise<{ number: number; startsAt: number }[]> {
  return sqlClient()`
    select o.number, (extract(epoch from o.starts_at) * 1000)::float8 as "startsAt"
    from sessions s join sessions o on o.lab_id = s.lab_id and o.id <> s.id
      and o.status in ('scheduled', 'live', 'closing')
      and o.starts_at < s.starts_at + s.duration_minutes * interval '1 minute'
      and s.starts_at < o.starts_at + o.duration_minutes * interval '1 minute'
    where s.id = ${sessionId} and s.lab_id = ${lab.id}
    order by o.starts_at, o.number limit ${OVERLAP_LIMIT}`;
}

/** The lab doesn't meet on the day that this session stands for. False where it stands for none: a single one. */
export async function skipDayOf({ lab }: Membership, sessionId: string): Promise<boolean> {
  const [session] = await database()
    .select({ day: sessions.slot })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.labId, lab.id), isNotNull(sessions.slot)))
    .limit(1);
  if (!session?.day) return false;
  await database().insert(skippedDays).values({ labId: lab.id, day: session.day }).onConflictDoNothing();
  return true;
}

/** Where the lab talks: for every session that has no call of its own. Their calendars are told anew. */
export async function setLabCall({ lab }: Membership, callUrl: string | null): Promise<void> {
  await database().transaction(async (tx) => {
    const [before] = await tx
      .select({ callUrl: labs.callUrl })
      .from(labs)
      .where(eq(labs.id, lab.id))
      .for('no key update');
    if (!before || before.callUrl === callUrl) return;
    await tx.update(labs).set({ callUrl }).where(eq(labs.id, lab.id));
    await reviseAll(tx, lab.id, isNull(sessions.callUrl));
  });
}
