import { and, eq } from 'drizzle-orm';
import { mayInLab, type LabAbility } from '@/domain/lab-permissions';
import type { Transaction } from './connection';
import type { Membership } from './labs';
import { members } from './schema';

/** Thrown at who opens a door into a lab whose host they are no more, for that was decided in the same moment. */
export class HostNoMore extends Error {
  constructor() {
    super('They are no host of this lab any more.');
  }
}

/**
 * Lets a host be one until the transaction has ended, as far as it takes to open a door: whoever ends that waits, and then
 * finds the door that was opened (`closeDoors`). Throws `HostNoMore` where it has ended. What locks the lab does so before.
 */
export async function holdHosting(tx: Transaction, { userId, lab }: Membership, ability: LabAbility): Promise<void> {
  const theirs = and(eq(members.labId, lab.id), eq(members.userId, userId));
  const [now] = await tx.select({ role: members.role }).from(members).where(theirs).for('share');
  if (!now || !mayInLab({ role: now.role, lab }, ability)) throw new HostNoMore();
}
