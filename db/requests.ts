import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { AcceptedAs, NewRequest } from '@/domain/lab';
import { database, type Transaction } from './connection';
import { createInvitation } from './invitations';
import { putRequestMail } from './lab-mail';
import type { Membership } from './labs';
import { putMail } from './outbox';
import { labs, requests } from './schema';

/** More than this are not kept waiting at once: somebody is playing. */
const MOST_WAITING = 200;
const LINK_DAYS = 14;
const DAY_MS = 86_400_000;

export interface WaitingRequest {
  id: string;
  name: string;
  email: string;
  words: string;
  createdAt: Date;
}

const isWaiting = isNull(requests.decidedAt);

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

/** Who waits for an answer, the longest first. */
export async function requestsOf({ lab }: Membership): Promise<WaitingRequest[]> {
  return database()
    .select({
      id: requests.id,
      name: requests.name,
      email: requests.email,
      words: requests.words,
      createdAt: requests.createdAt,
    })
    .from(requests)
    .where(and(eq(requests.labId, lab.id), isWaiting))
    .orderBy(asc(requests.createdAt))
    .limit(MOST_WAITING);
}

/** How many wait for an answer. */
export async function requestCount({ lab }: Membership): Promise<number> {
  const [waiting] = await database()
    .select({ number: count() })
    .from(requests)
    .where(and(eq(requests.labId, lab.id), isWaiting));
  return waiting?.number ?? 0;
}

/**
 * Takes somebody in: makes a link for them alone and mails it, all or nothing. The token comes back this once; undefined
 * where another host has answered already. The caller has asked whether the host may.
 */
export async function acceptRequest(
  membership: Membership,
  id: string,
  role: AcceptedAs,
): Promise<{ token: string; email: string } | undefined> {
  return database().transaction(async (tx) => {
    const email = await decide(tx, membership, id);
    if (email === undefined) return undefined;
    const expiresAt = new Date(Date.now() + LINK_DAYS * DAY_MS);
    const link = await createInvitation(membership, { role, expiresAt, maxUses: 1 }, tx);
    await tx.update(requests).set({ acceptedAs: role, invitationId: link.id }).where(eq(requests.id, id));
    const data = { token: link.token, role, until: expiresAt.toISOString() };
    await putMail(tx, { kind: 'answer', key: `answer:${id}`, to: email, labId: membership.lab.id, data });
    return { token: link.token, email };
  });
}

/** Declines, and says so by mail. False where another host has answered already. */
export async function declineRequest(membership: Membership, id: string): Promise<boolean> {
  return database().transaction(async (tx) => {
    const email = await decide(tx, membership, id);
    if (email === undefined) return false;
    await putMail(tx, { kind: 'answer', key: `answer:${id}`, to: email, labId: membership.lab.id, data: {} });
    return true;
  });
}

/** Marks a request that waits as answered; the address to answer to. */
async function decide(tx: Transaction, { lab, userId }: Membership, id: string): Promise<string | undefined> {
  const [decided] = await tx
    .update(requests)
    .set({ decidedAt: sql`now()`, decidedBy: userId })
    .where(and(eq(requests.id, id), eq(requests.labId, lab.id), isWaiting))
    .returning({ email: requests.email });
  return decided?.email;
}
