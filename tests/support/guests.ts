import { createGuestLink, enterAsGuest } from '@/db/guests';
import { membershipIn, type Membership } from '@/db/labs';
import type { TestLab } from './lab';

const DAY_MS = 86_400_000;

/** The membership of a test lab's first host; its slug is its id. */
export async function hostOf(lab: TestLab): Promise<Membership> {
  return (await membershipIn(lab.hosts[0]!.id, lab.labId))!;
}

/** A guest's link to a session. */
export async function makeGuestLink(
  lab: TestLab,
  { sessionId = lab.sessionId, maxUses = 5, expiresAt = new Date(Date.now() + DAY_MS) } = {},
): Promise<string> {
  return (await createGuestLink(await hostOf(lab), sessionId, { expiresAt, maxUses }))!;
}

/** Somebody who came by a guest's link; their id. */
export async function makeGuest(lab: TestLab, name = 'Gus Visitor'): Promise<string> {
  return (await enterAsGuest(await makeGuestLink(lab), name))!.userId;
}
