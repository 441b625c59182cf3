import { sql } from 'drizzle-orm';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { DAYS_TO_RETURN } from '@/domain/leaving';
import type { Id } from '@/domain/session';
import type postgres from 'postgres';
import { comeForward, standAside } from './aside';
import { database, sqlClient, type Transaction } from './connection';
import { closeDoors } from './doors';

const AT_ONCE = 50;

/** A lab that would be left without a host. */
export interface HeldLab {
  slug: string;
  name: string;
}

/**
 * Deletes an account, as far as it can be undone: it is signed out everywhere, its memberships stand aside, no door that
 * its person opened into a lab as its host stays open (`closeDoors`), and it is erased once the days to change one's mind
 * are over. Gives whom that sends out, by lab: its person, and guests. Refused, with the labs that have no other host,
 * while there are any.
 */
export async function leave(userId: Id): Promise<{ sentOut: Map<Id, Id[]> } | { holds: HeldLab[] }> {
  return database().transaction(async (tx) => {
    // Two hosts who leave at once can't both go.
    await tx.execute(sql`
      select user_id from members where role = 'host' and lab_id in (
        select lab_id from members where user_id = ${userId} and role = 'host')
      order by lab_id, user_id for update`);
    const holds = await heldBy(tx, userId);
    if (holds.length > 0) return { holds };
    await tx.execute(sql`
      update users set leaving_at = coalesce(leaving_at, now()) where id = ${userId} and email is not null`);
    await tx.execute(sql`update sign_ins set ended_at = now() where user_id = ${userId} and ended_at is null`);
    const sentOut = new Map<Id, Id[]>();
    for (const { labId } of await standAside(tx, { userId }))
      sentOut.set(labId, [userId, ...(await closeDoors(tx, labId, userId))]);
    return { sentOut };
  });
}

/** The labs that have no host but this one, and aren't put away. */
export async function labsHeldBy(userId: Id): Promise<HeldLab[]> {
  return heldBy(database(), userId);
}

async function heldBy(db: Pick<Transaction, 'execute'>, userId: Id): Promise<HeldLab[]> {
  const rows = await db.execute<{ slug: string; name: string }>(sql`
    select l.slug, l.name from members m join labs l on l.id = m.lab_id
    where m.user_id = ${userId} and m.role = 'host' and l.archived_at is null and l.deleted_at is null and not exists (
      select 1 from members o join users u on u.id = o.user_id
      where o.lab_id = m.lab_id and o.user_id <> m.user_id and o.role = 'host' and u.email is not null)
    order by l.name limit 100`);
  return [...rows];
}

/** Somebody signed in again: an account that was being deleted stays, with its memberships as they were. Whether it was. */
export async function comeBack(userId: Id): Promise<boolean> {
  return database().transaction(async (tx) => {
    const back = await tx.execute(sql`
      update users set leaving_at = null where id = ${userId} and leaving_at is not null returning id`);
    if (back.length > 0) await comeForward(tx, { userId });
    return back.length > 0;
  });
}

/** Whether somebody has deleted their account, and may still come back. */
export async function isLeaving(userId: Id): Promise<boolean> {
  const rows = await sqlClient()`select id from users where id = ${userId} and leaving_at is not null`;
  return rows.length > 0;
}

/** Erases the accounts that were deleted long enough ago. Returns whose; several servers may, each takes others. */
export async function eraseLeavers(): Promise<Id[]> {
  const rows = await sqlClient()<{ id: Id }[]>`
    select id from users where leaving_at < now() - ${DAYS_TO_RETURN} * interval '1 day' limit ${AT_ONCE}`;
  const erased: Id[] = [];
  for (const { id } of rows) if (await eraseAccount(id)) erased.push(id);
  return erased;
}

/**
 * Erases an account: what is its person's alone goes, and what they brought and said stays as a former member's. Which
 * is which the schema says: rows that would go with their user (`on delete cascade`) go.
 */
async function eraseAccount(userId: Id): Promise<boolean> {
  return sqlClient().begin(async (tx) => {
    const [user] = await tx<{ email: string; confirmed: boolean }[]>`
      select email, email_confirmed_at is not null as confirmed from users where id = ${userId} and email is not null
        and leaving_at < now() - ${DAYS_TO_RETURN} * interval '1 day' for update skip locked`;
    if (!user) return false;
    for (const { table, column } of await ownTables(tx)) {
      await tx`delete from ${tx(table)} where ${tx(column)} = ${userId}`;
    }
    await tx`delete from members where user_id = ${userId}`;
    // Whose an address is that was never confirmed nobody knows: what comes to it may be somebody else's.
    await tx`delete from requests where email = ${user.email} and ${user.confirmed}`;
    await tx`
      update invitations set email = null,
        revoked_at = case when uses < max_uses and expires_at > now() then coalesce(revoked_at, now()) else revoked_at end
      where email = ${user.email} and ${user.confirmed}`;
    await tx`delete from outbox where "to" = ${user.email} and ${user.confirmed}`;
    await tx`
      update webhook_deliveries
      set body = '', failed_at = case when delivered_at is null then coalesce(failed_at, now()) end
      where position(${userId} in body) > 0`;
    await tx`
      update users set email = null, name = ${FORMER_MEMBER}, initials = null, time_zone = null, chosen_zone = null,
        password_hash = null, email_confirmed_at = null, leaving_at = null
      where id = ${userId}`;
    return true;
  });
}

/** The tables whose rows go with their user, by the column that names them. */
export async function ownTables(client: postgres.ISql = sqlClient()): Promise<{ table: string; column: string }[]> {
  const rows = await client<{ table: string; column: string }[]>`
    select r.relname as table, a.attname as column
    from pg_constraint c
      join pg_class r on r.oid = c.conrelid
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'public.users'::regclass and c.confdeltype = 'c'
    order by 1, 2`;
  return [...rows];
}
