import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { database, sqlClient, type Database, type Transaction } from './connection';
import { nameOf } from './names';
import { users } from './schema';

export interface Account {
  id: string;
  name: string;
  /** What stands on their badge; null where it is made of the name. */
  initials: string | null;
  email: string;
  /** The IANA zone that they chose; null where each device's own counts. */
  zone: string | null;
}

/** What an account is read from. */
export const account = {
  id: users.id,
  name: users.name,
  initials: users.initials,
  email: users.email,
  zone: users.chosenZone,
};

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

/** What an account is made of: a password, or an identity that is linked to it. */
export interface NewPerson {
  name: string;
  /** In canonical form. */
  email: string;
  passwordHash?: string;
  /** Somebody trusted has said that the address is theirs. */
  emailConfirmedAt?: Date;
}

/** Makes an account, email in canonical form; undefined where the email has one already. */
export async function createAccount(
  made: NewPerson,
  db: Database | Transaction = database(),
): Promise<Account | undefined> {
  const [created] = await db
    .insert(users)
    .values({ id: newId(), ...made })
    .onConflictDoNothing({ target: users.email })
    .returning(account);
  return created && { ...created, email: made.email };
}

/** Gives a person another name and badge, and the zone in which they are told times: null for that of each device. */
export async function changeProfile(
  userId: string,
  { name, initials, zone }: Pick<Account, 'name' | 'initials' | 'zone'>,
): Promise<void> {
  await database()
    .update(users)
    // Mail follows at once, and not with the next page.
    .set({ name, initials, chosenZone: zone, ...(zone ? { timeZone: zone } : {}) })
    .where(eq(users.id, userId));
}

/** How somebody's account can be entered: by which address, and whether by a password. */
export interface Ways {
  emailConfirmed: boolean;
  hasPassword: boolean;
}

/** Undefined where there is no such account. */
export async function waysInto(userId: string): Promise<Ways | undefined> {
  const [found] = await database()
    .select({
      emailConfirmed: sql<boolean>`${users.emailConfirmedAt} is not null`,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
    })
    .from(users)
    .where(eq(users.id, userId))
    .limit(1);
  return found;
}

/** What these people are called in a lab, by id: who is no member of it, nor a guest, is "a former member" to it. */
export async function namesOf(labId: string, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await sqlClient()<{ id: string; name: string }[]>`
    select p.id, ${nameOf('l.id', 'p.id')} as name
    from labs l, unnest(${[...new Set(userIds)]}::uuid[]) as p(id) where l.id = ${labId} limit 1000`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Notes in which zone somebody's devices draw times, where that has changed. */
export async function noteTimeZone(userId: string, timeZone: string): Promise<void> {
  await database()
    .update(users)
    .set({ timeZone })
    .where(and(eq(users.id, userId), sql`${users.timeZone} is distinct from ${timeZone}`));
}
