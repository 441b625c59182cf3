import { and, eq, isNull, sql } from 'drizzle-orm';
import { DAYS_TO_RETURN } from '@/domain/leaving';
import { SLIP_MS } from '@/domain/mail/told-at';
import type { Id } from '@/domain/session';
import { comeForward, standAside } from './aside';
import { reviseToCome } from './calendar-revisions';
import { database, sqlClient } from './connection';
import { heardAway, putLabChangeMail } from './lab-mail';
import type { Membership } from './labs';
import { labs } from './schema';

const AT_ONCE = 10;

/**
 * Deletes a lab, as far as it can be undone: its members stand aside, so that whatever asks for a membership finds none,
 * and it is erased once the days to change one's mind are over. Where it had sessions ahead, the members but whoever does
 * it are told by mail, unless it is back by then; calendars that follow it have those as cancelled. Returns who were its
 * members.
 */
export async function deleteLab({ lab, userId: by }: Membership): Promise<Id[]> {
  return database().transaction(async (tx) => {
    const [deleted] = await tx
      .update(labs)
      .set({ deletedAt: sql`now()` })
      .where(and(eq(labs.id, lab.id), isNull(labs.deletedAt)))
      .returning({ since: labs.deletedAt });
    if (!deleted?.since) return [];
    await reviseToCome(tx, lab.id);
    await putLabChangeMail(tx, { labId: lab.id, by, because: 'deleted', since: deleted.since });
    const aside = await standAside(tx, { labId: lab.id });
    return aside.map(({ userId }) => userId);
  });
}

export interface DeletedLab {
  slug: string;
  name: string;
  /** When it was deleted, in ms. */
  deletedAt: number;
}

/** The deleted labs that a person was a host of, and can bring back. */
export async function deletedLabsOf(userId: Id): Promise<DeletedLab[]> {
  const rows = await sqlClient()<DeletedLab[]>`
    select l.slug, l.name, (extract(epoch from l.deleted_at) * 1000)::float8 as "deletedAt"
    from members_aside m join labs l on l.id = m.lab_id and l.deleted_at is not null
    where m.user_id = ${userId} and m.role = 'host' order by l.deleted_at limit 100`;
  return [...rows];
}

/**
 * Brings a deleted lab back, with its members as they were; where they were told that it is gone, all but whoever does it
 * are told. False where the person is no host of such a lab.
 */
export async function bringLabBack(userId: Id, slug: string): Promise<boolean> {
  return database().transaction(async (tx) => {
    const [lab] = await tx.execute<{ id: Id; archived: boolean; told: boolean; now: string }>(sql`
      select l.id, l.archived_at is not null as archived, now() as now,
        l.deleted_at < now() - ${SLIP_MS.lab} * interval '1 ms' as told
      from labs l join members_aside m on m.lab_id = l.id and m.user_id = ${userId} and m.role = 'host'
      where l.slug = ${slug} and l.deleted_at is not null for no key update of l`);
    if (!lab) return false;
    await tx.update(labs).set({ deletedAt: null }).where(eq(labs.id, lab.id));
    await comeForward(tx, { labId: lab.id });
    await reviseToCome(tx, lab.id);
    // One that was archived before is so again, and has nothing ahead to tell of.
    if (!lab.archived && (lab.told || (await heardAway(tx, lab.id))))
      await putLabChangeMail(tx, { labId: lab.id, by: userId, because: 'back', since: new Date(lab.now) });
    return true;
  });
}

/** Erases the labs that were deleted long enough ago: sessions, logs, deals, words, notes, links, and their guests. */
export async function eraseLabs(): Promise<Id[]> {
  const due = await sqlClient()<{ id: Id }[]>`
    select id from labs where deleted_at < now() - ${DAYS_TO_RETURN} * interval '1 day' limit ${AT_ONCE}`;
  const erased: Id[] = [];
  for (const { id } of due) if (await eraseLab(id)) erased.push(id);
  return erased;
}

async function eraseLab(labId: Id): Promise<boolean> {
  return sqlClient().begin(async (tx) => {
    const [lab] = await tx`
      select id from labs where id = ${labId} and deleted_at < now() - ${DAYS_TO_RETURN} * interval '1 day'
      for update skip locked`;
    if (!lab) return false;
    const guests = await tx<{ id: Id }[]>`
      select g.user_id as id from guests g join sessions s on s.id = g.session_id where s.lab_id = ${labId}`;
    await tx`delete from labs where id = ${labId}`;
    await tx`delete from users where guest and id = any(${guests.map(({ id }) => id)}::uuid[])`;
    return true;
  });
}
