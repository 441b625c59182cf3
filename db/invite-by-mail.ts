import { eq } from 'drizzle-orm';
import type { Role } from '@/domain/vocabulary';
import type { Transaction } from './connection';
import { putInvitation } from './invitations';
import type { Membership } from './labs';
import { putMail } from './outbox';
import { users } from './schema';

/**
 * Makes an invitation for one person and writes it to their address (in canonical form), both or neither. The token
 * comes back this once, for who is shown the link as well. The transaction holds the host to be one (`holdHosting`).
 */
export async function inviteByMail(
  tx: Transaction,
  membership: Membership,
  { to, role, expiresAt }: { to: string; role: Role; expiresAt: Date },
): Promise<{ id: string; token: string }> {
  const made = await putInvitation(tx, membership, { role, expiresAt, maxUses: 1, email: to });
  const [host] = await tx.select({ name: users.name }).from(users).where(eq(users.id, membership.userId));
  await putMail(tx, {
    kind: 'invitation',
    key: `invitation:${made.id}`,
    to,
    labId: membership.lab.id,
    data: { token: made.token, role, by: host?.name ?? membership.lab.name, until: expiresAt.toISOString() },
  });
  return made;
}
