import { sql } from 'drizzle-orm';
import type { Id } from '@/domain/session';
import type { Transaction } from './connection';

/** Whose memberships: a lab's, or a person's. */
export type Whose = { labId: Id } | { userId: Id };

const COLUMNS = sql`lab_id, user_id, role, role_since, joined_at, pledged_at`;

/**
 * Memberships stand aside while their lab, or their person's account, is deleted and not erased yet: whatever asks for
 * one finds none, and whoever had it is "a former member". Gives those that do now.
 */
export async function standAside(tx: Transaction, whose: Whose): Promise<{ labId: Id; userId: Id }[]> {
  const rows = await tx.execute<{ labId: Id; userId: Id }>(sql`
    with gone as (delete from members m where ${theirs(whose)} returning *)
    insert into members_aside (${COLUMNS}) select ${COLUMNS} from gone
    on conflict do nothing returning lab_id as "labId", user_id as "userId"`);
  return [...rows];
}

/** Brings memberships back as they were, but for those whose lab or person is deleted still. */
export async function comeForward(tx: Transaction, whose: Whose): Promise<void> {
  await tx.execute(sql`
    with back as (
      delete from members_aside m using labs l, users u
      where ${theirs(whose)} and l.id = m.lab_id and l.deleted_at is null and u.id = m.user_id and u.leaving_at is null
      returning m.*)
    insert into members (${COLUMNS}) select ${COLUMNS} from back on conflict do nothing`);
}

/**
 * Whether an account may be given a place in a lab: not while it is deleted, and it can't be in the transaction's time. To
 * be asked before the place is written, so that none is left behind by whoever leaves at the same moment.
 */
export async function mayHavePlace(tx: Transaction, userId: Id): Promise<boolean> {
  const rows = await tx.execute(sql`select from users where id = ${userId} and leaving_at is null for share`);
  return rows.length > 0;
}

function theirs(whose: Whose) {
  return 'labId' in whose ? sql`m.lab_id = ${whose.labId}` : sql`m.user_id = ${whose.userId}`;
}

/**
 * Whether an address is that of an account that is deleted and not erased yet, as the text of an SQL expression: to
 * everybody else it is gone already. Whose one is that was never confirmed nobody knows. `address` is SQL, in which
 * nothing is from outside.
 */
export function addressGone(address: string): string {
  return `exists (
    select from users gone
    where gone.email = ${address} and gone.leaving_at is not null and gone.email_confirmed_at is not null)`;
}
