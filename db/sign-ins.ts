import { and, desc, eq, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { database, sqlClient, type Database, type Transaction } from './connection';
import { comeBack } from './leaving';
import { account, type Account } from './people';
import { signIns, users } from './schema';

/** A sign-in holds for thirty days. */
export const SIGN_IN_SECONDS = 30 * 24 * 60 * 60;

const LIST_LIMIT = 100;
const SEEN_EVERY = sql`interval '1 minute'`;

/** What a device's cookie says: who is signed in, and by which row of theirs. */
export interface SignInClaim {
  userId: string;
  signInId: string;
}

/**
 * Notes that a person has signed in on a device, and gives the sign-in's id. An account that was being deleted stays. What
 * is long over is forgotten.
 */
export async function beginSignIn(userId: string, device: string): Promise<string> {
  const id = newId();
  const db = database();
  await db
    .delete(signIns)
    .where(
      and(eq(signIns.userId, userId), lt(signIns.createdAt, sql`now() - ${2 * SIGN_IN_SECONDS} * interval '1 second'`)),
    );
  await db.insert(signIns).values({ id, userId, device });
  await comeBack(userId);
  return id;
}

/** The account that a sign-in opens; undefined where it was ended, is too old, or its account is gone. */
export async function accountOfSignIn({ userId, signInId }: SignInClaim): Promise<Account | undefined> {
  const db = database();
  const [found] = await db
    .select({ ...account, stale: sql<boolean>`${signIns.seenAt} < now() - ${SEEN_EVERY}` })
    .from(signIns)
    .innerJoin(users, eq(users.id, signIns.userId))
    .where(
      and(eq(signIns.id, signInId), eq(signIns.userId, userId), isNotNull(users.email), sql.raw(holds('sign_ins'))),
    )
    .limit(1);
  if (!found) return undefined;
  const { stale, ...person } = found;
  if (stale) {
    await db
      .update(signIns)
      .set({ seenAt: sql`now()` })
      .where(eq(signIns.id, signInId));
  }
  return { ...person, email: person.email ?? '' };
}

/** A sign-in as its person finds it in their list. */
export interface ListedSignIn {
  id: string;
  device: string;
  createdAt: Date;
  seenAt: Date;
}

/** The sign-ins of a person that hold, the one last seen first. */
export async function signInsOf(userId: string): Promise<ListedSignIn[]> {
  return database()
    .select({ id: signIns.id, device: signIns.device, createdAt: signIns.createdAt, seenAt: signIns.seenAt })
    .from(signIns)
    .where(and(eq(signIns.userId, userId), sql.raw(holds('sign_ins'))))
    .orderBy(desc(signIns.seenAt))
    .limit(LIST_LIMIT);
}

/** Ends one sign-in of a person; false where they have none such that is open. */
export async function endSignIn({ userId, signInId }: SignInClaim): Promise<boolean> {
  const ended = await database()
    .update(signIns)
    .set({ endedAt: sql`now()` })
    .where(and(eq(signIns.id, signInId), eq(signIns.userId, userId), isNull(signIns.endedAt)))
    .returning({ id: signIns.id });
  return ended.length > 0;
}

/** Ends every sign-in of a person, but for the one that is to stay. */
export async function endSignIns(userId: string, but?: string, db: Database | Transaction = database()): Promise<void> {
  await db
    .update(signIns)
    .set({ endedAt: sql`now()` })
    .where(and(eq(signIns.userId, userId), isNull(signIns.endedAt), but ? ne(signIns.id, but) : undefined));
}

/** Whether a sign-in `i` holds, in a query that is written by hand. */
export function signInHolds() {
  return sqlClient().unsafe(holds('i'));
}

/** The one rule, for both ways to write a query. */
function holds(table: 'i' | 'sign_ins'): string {
  return `(${table}.ended_at is null and ${table}.created_at > now() - interval '${SIGN_IN_SECONDS} seconds')`;
}
