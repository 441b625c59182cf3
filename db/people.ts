import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { database, type Database, type Transaction } from './connection';
import { users } from './schema';

export interface Account {
  id: string;
  name: string;
  email: string;
  /** Raised to sign out everywhere. */
  signInEpoch: number;
}

const account = { id: users.id, name: users.name, email: users.email, signInEpoch: users.signInEpoch };

/** Whether anybody has an account yet: the first run is over then, for good. */
export async function anyAccount(db: Database | Transaction = database()): Promise<boolean> {
  const found = await db.select({ id: users.id }).from(users).limit(1);
  return found.length > 0;
}

/** The account of somebody who may sign in; undefined when it is gone or never was. */
export async function accountById(userId: string): Promise<Account | undefined> {
  const [found] = await database()
    .select(account)
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.email)))
    .limit(1);
  return found && { ...found, email: found.email ?? '' };
}

/** The account and password hash behind an email in canonical form. */
export async function accountByEmail(email: string): Promise<(Account & { passwordHash: string | null }) | undefined> {
  const [found] = await database()
    .select({ ...account, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email))
    .limit(1);
  return found && { ...found, email: found.email ?? '' };
}

/** Makes an account, email in canonical form; undefined where the email has one already. */
export async function createAccount(
  made: { name: string; email: string; passwordHash: string },
  db: Database | Transaction = database(),
): Promise<Account | undefined> {
  const [created] = await db
    .insert(users)
    .values({ id: newId(), ...made })
    .onConflictDoNothing({ target: users.email })
    .returning(account);
  return created && { ...created, email: made.email };
}

/** Gives a person another name. */
export async function renameAccount(userId: string, name: string): Promise<void> {
  await database().update(users).set({ name }).where(eq(users.id, userId));
}

/** Sets a new password and signs out everywhere. Returns the new epoch; undefined when there is no such account. */
export async function setPassword(
  userId: string,
  passwordHash: string,
  db: Database | Transaction = database(),
): Promise<number | undefined> {
  const [changed] = await db
    .update(users)
    .set({ passwordHash, signInEpoch: sql`${users.signInEpoch} + 1` })
    .where(eq(users.id, userId))
    .returning({ epoch: users.signInEpoch });
  return changed?.epoch;
}

/** Makes every sign-in of a person worthless. Returns the new epoch. */
export async function raiseSignInEpoch(userId: string): Promise<number | undefined> {
  const [changed] = await database()
    .update(users)
    .set({ signInEpoch: sql`${users.signInEpoch} + 1` })
    .where(eq(users.id, userId))
    .returning({ epoch: users.signInEpoch });
  return changed?.epoch;
}

/** The names that others see, by id; whoever is gone is "a former member". */
export async function namesOf(userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await database()
    .select({ id: users.id, name: users.name, gone: sql<boolean>`${users.email} is null and not ${users.guest}` })
    .from(users)
    .where(inArray(users.id, [...new Set(userIds)]))
    .limit(1000);
  return new Map(rows.map(({ id, name, gone }) => [id, gone ? FORMER_MEMBER : name]));
}

/** Notes in which zone somebody's devices draw times, where that has changed. */
export async function noteTimeZone(userId: string, timeZone: string): Promise<void> {
  await database()
    .update(users)
    .set({ timeZone })
    .where(and(eq(users.id, userId), sql`${users.timeZone} is distinct from ${timeZone}`));
}
