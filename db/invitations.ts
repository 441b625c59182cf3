import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { Role } from '@/domain/vocabulary';
import { addressGone, mayHavePlace } from './aside';
import { database, type Transaction } from './connection';
import { askToConfirm } from './email-links';
import { holdHosting } from './hosting';
import type { Membership } from './labs';
import { linkIdentity, type Identity } from './identities';
import { hostToAskIn, nameIn } from './names';
import { putMail } from './outbox';
import { createAccount, type Account, type NewPerson } from './people';
import { isRemovedFrom } from './removals';
import { invitations, labs, members, users } from './schema';
import { makeToken, tokenHash } from './tokens';

const LIST_LIMIT = 100;

const makersName = sql<string>`${sql.raw(nameIn('invitations.lab_id', 'invitations.created_by'))}`;

const hostToAsk = sql<string>`${sql.raw(hostToAskIn('invitations.lab_id', 'invitations.created_by'))}`;

export type InvitationState = 'open' | 'revoked' | 'expired' | 'used_up' | 'archived';

export interface ListedInvitation {
  id: string;
  role: Role;
  /** Whom it was made for; null for a link that is anybody's. */
  email: string | null;
  madeBy: string;
  createdAt: Date;
  expiresAt: Date;
  maxUses: number;
  uses: number;
  state: InvitationState;
}

export interface NewInvitation {
  role: Role;
  expiresAt: Date;
  maxUses: number;
  email?: string;
}

/**
 * Makes an invitation link. The token comes back this once; only its hash is kept. Throws `HostNoMore` at whoever hosts no
 * more.
 */
export async function createInvitation(
  membership: Membership,
  invitation: NewInvitation,
): Promise<{ id: string; token: string }> {
  return database().transaction(async (tx) => {
    await holdHosting(tx, membership, 'invitation.create');
    return putInvitation(tx, membership, invitation);
  });
}

/** The same in a transaction that holds who makes it to be a host (`holdHosting`). */
export async function putInvitation(
  tx: Transaction,
  { userId, lab }: Membership,
  invitation: NewInvitation,
): Promise<{ id: string; token: string }> {
  const { token, hash } = makeToken();
  const id = newId();
  await tx.insert(invitations).values({ id, labId: lab.id, tokenHash: hash, createdBy: userId, ...invitation });
  return { id, token };
}

/** The lab's invitations, the newest first. */
export async function invitationsOf({ lab }: Membership, now = new Date()): Promise<ListedInvitation[]> {
  const rows = await database()
    .select({
      id: invitations.id,
      role: invitations.role,
      email: shownEmail,
      madeBy: makersName,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      maxUses: invitations.maxUses,
      uses: invitations.uses,
      revokedAt: invitations.revokedAt,
    })
    .from(invitations)
    .where(eq(invitations.labId, lab.id))
    .orderBy(desc(invitations.createdAt))
    .limit(LIST_LIMIT);
  return rows.map(({ revokedAt, ...row }) => ({ ...row, state: stateOf({ ...row, revokedAt }, now) }));
}

/**
 * Gives an invitation that is still open another token, and as long to hold as a new one: the earlier link leads nowhere from
 * then on. One that answers a request is mailed to who asked (`mailedTo`), if they want that. The token comes back this once;
 * undefined where there is no such invitation, or it is over. Throws `HostNoMore`.
 */
export async function remakeInvitation(
  membership: Membership,
  id: string,
  expiresAt: Date,
): Promise<{ token: string; mailedTo: string | undefined } | undefined> {
  const { lab, userId } = membership;
  const { token, hash } = makeToken();
  return database().transaction(async (tx) => {
    await holdHosting(tx, membership, 'invitation.create');
    const [remade] = await tx
      .update(invitations)
      .set({ tokenHash: hash, expiresAt, createdBy: userId })
      .where(and(eq(invitations.id, id), eq(invitations.labId, lab.id), isOpen()))
      .returning({ role: invitations.role, email: invitations.email, bound: isBound });
    if (!remade) return undefined;
    const { role, email, bound } = remade;
    const mailedTo = bound && email ? email : undefined;
    if (mailedTo) await putAnswerMail(tx, { labId: lab.id, to: mailedTo, token, role, expiresAt });
    return { token, mailedTo };
  });
}

/** Mails who asked to join the link that is theirs. */
export async function putAnswerMail(
  tx: Transaction,
  { labId, to, token, role, expiresAt }: { labId: string; to: string; token: string; role: Role; expiresAt: Date },
): Promise<void> {
  const data = { token, role, until: expiresAt.toISOString() };
  await putMail(tx, { kind: 'answer', key: `answer:${newId()}`, to, labId, data });
}

/** Ends a link of the lab at once; those who came by it stay. False where there was none to end. */
export async function revokeInvitation({ lab }: Membership, id: string): Promise<boolean> {
  const revoked = await database()
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitations.id, id), eq(invitations.labId, lab.id), isNull(invitations.revokedAt)))
    .returning({ id: invitations.id });
  return revoked.length > 0;
}

export interface OpenedInvitation {
  state: InvitationState;
  role: Role;
  /** Whom it was made for; null for a link that is anybody's. */
  email: string | null;
  /** It answers a request: only an account with that address joins by it. By any other link everybody does who has it. */
  bound: boolean;
  /** Whom to ask where it doesn't open: who made it, as long as they are a host. */
  host: string;
  lab: { id: string; slug: string; name: string; about: string };
}

/** What a link leads to; undefined for a token that never was. */
export async function invitationByToken(token: string, now = new Date()): Promise<OpenedInvitation | undefined> {
  const [row] = await database()
    .select({
      role: invitations.role,
      email: shownEmail,
      bound: isBound,
      host: hostToAsk,
      expiresAt: invitations.expiresAt,
      maxUses: invitations.maxUses,
      uses: invitations.uses,
      revokedAt: invitations.revokedAt,
      archivedAt: labs.archivedAt,
      lab: { id: labs.id, slug: labs.slug, name: labs.name, about: labs.about },
    })
    .from(invitations)
    .innerJoin(labs, eq(labs.id, invitations.labId))
    .where(and(eq(invitations.tokenHash, tokenHash(token)), isNull(labs.deletedAt)))
    .limit(1);
  if (!row) return undefined;
  const { role, email, bound, host, lab } = row;
  return { role, email, bound, host, lab, state: row.archivedAt ? 'archived' : stateOf(row, now) };
}

export type Joined =
  { outcome: 'joined' | 'already_member'; slug: string } | { outcome: 'refused' | 'removed' | 'not_theirs' };

/**
 * Makes a person a member by a link, counting one use; who is a member already keeps their role and uses nothing up.
 * However many come at once, no more join than the link has uses. Refuses a link that isn't open or is bound to another
 * address, whom a host removed from the lab, and whoever has deleted their account.
 */
export async function joinByInvitation(token: string, userId: string): Promise<Joined> {
  return database().transaction((tx) => join(tx, token, userId));
}

/**
 * Makes an account and its membership together, with the identity that opens it where it has no password; or none of
 * them: where the link isn't open or is bound to another email, or the email or the identity is taken. Only who holds an
 * open link learns of that.
 */
export async function joinWithNewAccount(
  token: string,
  made: NewPerson,
  identity?: Identity,
): Promise<{ account: Account; slug: string } | { refused: 'link' | 'not_theirs' | 'email_taken' | 'identity_taken' }> {
  const invitation = await invitationByToken(token);
  if (invitation?.state !== 'open') return { refused: 'link' };
  if (!isFor(invitation, made.email)) return { refused: 'not_theirs' };
  return database().transaction(async (tx) => {
    const account = await createAccount(made, tx);
    if (!account) return { refused: 'email_taken' };
    const linked = !identity || (await linkIdentity(account.id, identity, tx));
    const joined = linked && (await join(tx, token, account.id));
    if (joined && 'slug' in joined) {
      if (!made.emailConfirmedAt) await askToConfirm({ userId: account.id, email: account.email }, tx);
      return { account, slug: joined.slug };
    }
    await tx.delete(users).where(eq(users.id, account.id));
    return { refused: linked ? 'link' : 'identity_taken' };
  });
}

async function join(tx: Transaction, token: string, userId: string): Promise<Joined> {
  const [link] = await tx
    .select({
      id: invitations.id,
      labId: invitations.labId,
      role: invitations.role,
      email: invitations.email,
      bound: isBound,
      theirs: users.email,
      slug: labs.slug,
      archivedAt: labs.archivedAt,
    })
    .from(invitations)
    .innerJoin(labs, eq(labs.id, invitations.labId))
    .innerJoin(users, eq(users.id, userId))
    .where(and(eq(invitations.tokenHash, tokenHash(token)), isNull(labs.deletedAt)))
    .limit(1);
  if (!link || !(await mayHavePlace(tx, userId))) return { outcome: 'refused' };
  const joined = await tx
    .insert(members)
    .values({ labId: link.labId, userId, role: link.role, roleSince: sinceIfTheyWereHere(link.labId, userId) })
    .onConflictDoNothing()
    .returning({ userId: members.userId });
  if (joined.length === 0) return { outcome: 'already_member', slug: link.slug };
  const leave = () => tx.delete(members).where(and(eq(members.labId, link.labId), eq(members.userId, userId)));
  // Asked once they hold the place: a removal at the same moment has been written by then.
  if (await isRemovedFrom(link.labId, userId, tx)) {
    await leave();
    return { outcome: 'removed' };
  }
  if (!isFor(link, link.theirs)) {
    await leave();
    return { outcome: 'not_theirs' };
  }
  if (link.archivedAt) {
    await leave();
    return { outcome: 'refused' };
  }
  const counted = await tx
    .update(invitations)
    .set({ uses: sql`${invitations.uses} + 1` })
    .where(and(eq(invitations.id, link.id), isOpen()))
    .returning({ id: invitations.id });
  if (counted.length > 0) return { outcome: 'joined', slug: link.slug };
  await leave();
  return { outcome: 'refused' };
}

/** Whom an invitation was made for, unless their account is deleted. */
const shownEmail = sql<
  string | null
>`case when not ${sql.raw(addressGone('invitations.email'))} then ${invitations.email} end`;

/** Of an invitation that answers a request. */
export const isBound = sql<boolean>`exists (select 1 from requests r where r.invitation_id = invitations.id)`;

/** Whether somebody with this address may join by a link. */
export function isFor({ bound, email }: Pick<OpenedInvitation, 'bound' | 'email'>, address: string | null): boolean {
  return !bound || address === email;
}

/** Of an invitation that somebody can still join by. */
export function isOpen() {
  return and(
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, sql`now()`),
    lt(invitations.uses, invitations.maxUses),
  );
}

function stateOf(
  link: { revokedAt: Date | null; expiresAt: Date; uses: number; maxUses: number },
  now: Date,
): InvitationState {
  if (link.revokedAt) return 'revoked';
  if (link.expiresAt <= now) return 'expired';
  return link.uses >= link.maxUses ? 'used_up' : 'open';
}

/** Whoever never was in a room of the lab knows nothing that they were told in another role. */
function sinceIfTheyWereHere(labId: string, userId: string) {
  return sql`case when exists (
    select 1 from attendance a join sessions s on s.id = a.session_id
    where a.user_id = ${userId} and s.lab_id = ${labId}) then now() end`;
}
