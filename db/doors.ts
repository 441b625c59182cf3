import { and, eq, gt, inArray, isNull, not, notInArray, or, sql } from 'drizzle-orm';
import { REOPEN_MS } from '@/domain/permissions';
import type { Id } from '@/domain/session';
import type { Transaction } from './connection';
import { isBound, isOpen } from './invitations';
import { guestLinks, guests, invitations, sessions, webhooks } from './schema';

/**
 * Closes what somebody opened into a lab as its host: their open invitations, their guest links and their webhooks, which
 * another host may switch on again. A link that answers a request stays: only the address that asked joins by it. Gives
 * the ids of the guests who came by one of the links to a session that isn't over.
 */
export async function closeDoors(tx: Transaction, labId: Id, hostId: Id): Promise<Id[]> {
  await tx
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitations.labId, labId), eq(invitations.createdBy, hostId), isOpen(), not(isBound)));
  await tx
    .update(webhooks)
    .set({ enabled: false })
    .where(and(eq(webhooks.labId, labId), eq(webhooks.createdBy, hostId)));
  const notOver = or(
    notInArray(sessions.status, ['ended', 'cancelled']),
    gt(sessions.endedAt, sql`now() - ${REOPEN_MS} * interval '1 ms'`),
  );
  const ended = await tx
    .update(guestLinks)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(guestLinks.createdBy, hostId),
        isNull(guestLinks.revokedAt),
        inArray(
          guestLinks.sessionId,
          tx
            .select({ id: sessions.id })
            .from(sessions)
            .where(and(eq(sessions.labId, labId), notOver)),
        ),
      ),
    )
    .returning({ id: guestLinks.id });
  const links = ended.map(({ id }) => id);
  // Asked once the links are ended: a guest who came in at the same moment has been written by then.
  const cut = await tx.select({ id: guests.userId }).from(guests).where(inArray(guests.linkId, links));
  return cut.map(({ id }) => id);
}
