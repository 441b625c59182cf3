import { and, eq, inArray } from 'drizzle-orm';
import { canInvite, type EmailStanding } from '@/domain/member-list';
import type { Role } from '@/domain/vocabulary';
import { database, type Database, type Transaction } from './connection';
import { holdHosting } from './hosting';
import { isOpen } from './invitations';
import { inviteByMail } from './invite-by-mail';
import type { Membership } from './labs';
import { invitations, labs, members, removals, users } from './schema';

/** What a lab knows of some addresses, in canonical form; an address that it knows nothing of is missing. */
export async function standingsIn(
  labId: string,
  emails: readonly string[],
  db: Database | Transaction = database(),
): Promise<Map<string, EmailStanding>> {
  const asked = [...new Set(emails)];
  if (asked.length === 0) return new Map();
  const [invited, removed, inLab] = await Promise.all([
    db
      .select({ email: invitations.email })
      .from(invitations)
      .where(and(eq(invitations.labId, labId), inArray(invitations.email, asked), isOpen()))
      .limit(asked.length * 10),
    db
      .select({ email: users.email })
      .from(removals)
      .innerJoin(users, eq(users.id, removals.userId))
      .where(and(eq(removals.labId, labId), inArray(users.email, asked)))
      .limit(asked.length),
    db
      .select({ email: users.email })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(eq(members.labId, labId), inArray(users.email, asked)))
      .limit(asked.length),
  ]);
  const known = (rows: { email: string | null }[], standing: EmailStanding) =>
    rows.flatMap(({ email }) => (email === null ? [] : [[email, standing] as const]));
  return new Map([...known(invited, 'invited'), ...known(removed, 'removed'), ...known(inLab, 'member')]);
}

export interface Invited {
  email: string;
  /** Of their link, this once; missing where they were not invited, for what the lab knows of them. */
  token?: string;
  standing?: EmailStanding;
}

/**
 * Makes each of these people a link of their own, and writes it to their address: all of them, or none. Whom the lab
 * knows already gets none, and the answer says why. The caller has asked whether the host may; throws `HostNoMore` where
 * that has just ended.
 */
export async function invitePeople(
  membership: Membership,
  people: readonly { email: string; role: Role }[],
  expiresAt: Date,
): Promise<Invited[]> {
  const { id } = membership.lab;
  return database().transaction(async (tx) => {
    // Two hosts with the same list at once invite everybody once.
    await tx.select({ id: labs.id }).from(labs).where(eq(labs.id, id)).for('no key update');
    await holdHosting(tx, membership, 'member.invite');
    const standings = await standingsIn(
      id,
      people.map(({ email }) => email),
      tx,
    );
    const invited: Invited[] = [];
    for (const { email, role } of people) {
      const standing = standings.get(email);
      if (!canInvite(standing)) {
        invited.push({ email, ...(standing ? { standing } : {}) });
        continue;
      }
      const { token } = await inviteByMail(tx, membership, { to: email, role, expiresAt });
      standings.set(email, 'invited');
      invited.push({ email, token });
    }
    return invited;
  });
}
