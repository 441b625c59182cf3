import { and, eq, isNotNull } from 'drizzle-orm';
import { database, type Database, type Transaction } from './connection';
import { identities, users } from './schema';

/** Who somebody is to an OpenID Connect provider: these two together, and never their email. */
export interface Identity {
  issuer: string;
  subject: string;
}

const theIdentity = ({ issuer, subject }: Identity) =>
  and(eq(identities.issuer, issuer), eq(identities.subject, subject));

/** Whose account an identity opens; undefined where it is linked to none. */
export async function personOfIdentity(identity: Identity): Promise<string | undefined> {
  const [found] = await database()
    .select({ userId: identities.userId })
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(and(theIdentity(identity), isNotNull(users.email)))
    .limit(1);
  return found?.userId;
}

/** Links an identity to an account; false where it is linked to another. */
export async function linkIdentity(
  userId: string,
  identity: Identity,
  db: Database | Transaction = database(),
): Promise<boolean> {
  await db
    .insert(identities)
    .values({ userId, ...identity })
    .onConflictDoNothing();
  const [linked] = await db
    .select({ userId: identities.userId })
    .from(identities)
    .where(theIdentity(identity))
    .limit(1);
  return linked?.userId === userId;
}

/** Whether an account is linked to a provider. */
export async function isLinked(userId: string, issuer: string): Promise<boolean> {
  const found = await database()
    .select({ subject: identities.subject })
    .from(identities)
    .where(and(eq(identities.userId, userId), eq(identities.issuer, issuer)))
    .limit(1);
  return found.length > 0;
}

/** Takes the links to a provider from an account; false, and nothing taken, where it has no password to sign in by. */
export async function unlinkIdentities(userId: string, issuer: string): Promise<boolean> {
  return database().transaction(async (tx) => {
    const [person] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, userId), isNotNull(users.passwordHash)))
      .for('update');
    if (!person) return false;
    await tx.delete(identities).where(and(eq(identities.userId, userId), eq(identities.issuer, issuer)));
    return true;
  });
}

/** The account whose owner has shown that an address (in canonical form) is theirs. */
export async function personOfConfirmedEmail(email: string): Promise<string | undefined> {
  const [found] = await database()
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), isNotNull(users.emailConfirmedAt)))
    .limit(1);
  return found?.id;
}
