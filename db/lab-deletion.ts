import { sql } from 'drizzle-orm';
import { DAYS_TO_RETURN } from '@/domain/leaving';
import type { Id } from '@/domain/session';
import { comeForward, standAside } from './aside';
import { database, sqlClient } from './connection';
import type { Membership } from './labs';

const AT_ONCE = 10;

/**
 * Deletes a lab, as far as it can be undone: its members stand aside, so that whatever asks for a membership finds none,
 * and it is erased once the days to change one's mind are over. Returns who were its members.
 */
export async function deleteLab({ lab }: Membership): Promise<Id[]> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`update labs set deleted_at = now() where id = ${lab.id} and deleted_at is null`);
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

/** Brings a deleted lab back, with its members as they were. False where the person is no host of such a lab. */
export async function bringLabBack(userId: Id, slug: string): Promise<boolean> {
  return database().transaction(async (tx) => {
    const [lab] = await tx.execute<{ id: Id }>(sql`
      update labs l set deleted_at = null from members_aside m
      where l.slug = ${slug} and l.deleted_at is not null and m.lab_id = l.id and m.user_id = ${userId}
        and m.role = 'host' returning l.id`);
    if (!lab) return false;
    await comeForward(tx, { labId: lab.id });
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
