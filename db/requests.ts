import { and, asc, count, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { AcceptedAs, NewRequest } from '@/domain/lab';
import type { EmailStanding } from '@/domain/member-list';
import { addressGone } from './aside';
import { database, type Transaction } from './connection';
import { holdHosting } from './hosting';
import { isOpen, putAnswerMail, putInvitation } from './invitations';
import { standingsIn } from './invite-people';
import { putRequestMail } from './lab-mail';
import type { Membership } from './labs';
import { putMails } from './outbox';
import { invitations, labs, removals, requests, users } from './schema';

/** More than this are not kept waiting at once: somebody is playing. */
export const MOST_WAITING = 50;
const LINK_DAYS = 14;
const DAY_MS = 86_400_000;

export interface ListedRequest {
  id: string;
  name: string;
  email: string;
  words: string;
  createdAt: Date;
  /** What the lab knew of the address before; undefined where it knew nothing. */
  standing: EmailStanding | undefined;
  /** Taken in, and not come yet: the link that is theirs. */
  accepted: { role: AcceptedAs; invitationId: string; until: Date } | undefined;
}

const isWaiting = isNull(requests.decidedAt);
const isThere = sql`not ${sql.raw(addressGone('requests.email'))}`;

/**
 * Stores that somebody asks to join a lab with a public page, and writes to its hosts. Who waits already waits on, with
 * the words of the first time: nobody learns here who else has asked, or who is a member.
 */
export async function askToJoin(slug: string, asked: NewRequest): Promise<'asked' | 'no_lab' | 'too_many'> {
  return database().transaction(async (tx) => {
    const [lab] = await tx
      .select({ id: labs.id })
      .from(labs)
      .where(and(eq(labs.slug, slug), eq(labs.public, true), isNull(labs.archivedAt), isNull(labs.deletedAt)))
      .for('no key update');
    if (!lab) return 'no_lab';
    const waits = and(eq(requests.labId, lab.id), isWaiting);
    const [same] = await tx
      .select({ id: requests.id })
      .from(requests)
      .where(and(waits, eq(requests.email, asked.email)))
      .limit(1);
    if (same) return 'asked';
    const [waiting] = await tx.select({ number: count() }).from(requests).where(waits);
    if ((waiting?.number ?? 0) >= MOST_WAITING) return 'too_many';
    const id = newId();
    const { name, email, sells, deal } = asked;
    await tx.insert(requests).values({ id, labId: lab.id, name, email, words: `${sells}\n\n${deal}` });
    await putRequestMail(tx, { labId: lab.id, requestId: id });
    return 'asked';
  });
}

/** Who waits for an answer, the longest first; and who was taken in and has not come yet, as long as their link holds. */
export async function requestsOf({ lab }: Membership): Promise<ListedRequest[]> {
  const rows = await database()
    .select({
      id: requests.id,
      name: requests.name,
      email: requests.email,
      words: requests.words,
      createdAt: requests.createdAt,
      role: requests.acceptedAs,
      invitationId: requests.invitationId,
      until: invitations.expiresAt,
    })
    .from(requests)
    .leftJoin(invitations, eq(invitations.id, requests.invitationId))
    .where(and(eq(requests.labId, lab.id), or(isWaiting, isOpen()), isThere))
    .orderBy(sql`${requests.decidedAt} is not null`, asc(requests.createdAt))
    .limit(2 * MOST_WAITING);
  const standings = await standingsIn(
    lab.id,
    rows.map(({ email }) => email),
  );
  return rows.map(({ role, invitationId, until, ...request }) => ({
    ...request,
    standing: standings.get(request.email),
    accepted: role && role !== 'host' && invitationId && until ? { role, invitationId, until } : undefined,
  }));
}

/** How many wait for an answer. */
export async function requestCount({ lab }: Membership): Promise<number> {
  const [waiting] = await database()
    .select({ number: count() })
    .from(requests)
    .where(and(eq(requests.labId, lab.id), isWaiting, isThere));
  return waiting?.number ?? 0;
}

/**
 * Takes somebody in: makes a link of their address that works once and mails it, all or nothing; whom a host had removed
 * is let back in by that. The token comes back this once. Refused where another host has answered already, and for a
 * member's address. The caller has asked whether the host may; throws `HostNoMore` where that has just ended.
 */
export async function acceptRequest(
  membership: Membership,
  id: string,
  role: AcceptedAs,
): Promise<{ token: string; email: string } | { refused: 'answered' | 'member' }> {
  const { lab } = membership;
  return database().transaction(async (tx) => {
    const [asked] = await tx
      .select({ email: requests.email })
      .from(requests)
      .where(and(eq(requests.id, id), eq(requests.labId, lab.id), isWaiting))
      .for('update');
    if (!asked) return { refused: 'answered' };
    await holdHosting(tx, membership, 'request.decide');
    const { email } = asked;
    if ((await standingsIn(lab.id, [email], tx)).get(email) === 'member') return { refused: 'member' };
    await decide(tx, membership, [id]);
    const them = tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    await tx.delete(removals).where(and(eq(removals.labId, lab.id), inArray(removals.userId, them)));
    const expiresAt = new Date(Date.now() + LINK_DAYS * DAY_MS);
    const link = await putInvitation(tx, membership, { role, expiresAt, maxUses: 1, email });
    await tx.update(requests).set({ acceptedAs: role, invitationId: link.id }).where(eq(requests.id, id));
    await putAnswerMail(tx, { labId: lab.id, to: email, token: link.token, role, expiresAt });
    return { token: link.token, email };
  });
}

/**
 * Declines these of the lab's requests, and says so by mail where they are to be told. Gives how many there were:
 * another host may have answered some.
 */
export async function declineRequests(
  membership: Membership,
  ids: readonly string[],
  { tell }: { tell: boolean },
): Promise<number> {
  return database().transaction(async (tx) => {
    const declined = await decide(tx, membership, ids);
    const kind = 'answer';
    const labId = membership.lab.id;
    // One address has one request that waits: it is told once.
    if (tell)
      await putMails(
        tx,
        declined.map((to) => ({ kind, key: `${kind}:declined:${newId()}`, to, labId, data: {} })),
      );
    return declined.length;
  });
}

/** Marks requests that wait as answered; the addresses to answer to. */
async function decide(tx: Transaction, { lab, userId }: Membership, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const decided = await tx
    .update(requests)
    .set({ decidedAt: sql`now()`, decidedBy: userId })
    .where(and(inArray(requests.id, [...ids]), eq(requests.labId, lab.id), isWaiting))
    .returning({ email: requests.email });
  return decided.map(({ email }) => email);
}
