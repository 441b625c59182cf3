import { v7 as newId } from 'uuid';
import { database } from '@/db/connection';
import { membershipIn, type Membership } from '@/db/labs';
import { createAccount } from '@/db/people';
import { labs, members } from '@/db/schema';
import { DEFAULT_SETTINGS } from '@/domain/session';
import { DEFAULT_PLEDGE, type Role } from '@/domain/vocabulary';

/** A lab at a new address, with nobody in it. */
export async function makeEmptyLab(name = 'lab'): Promise<{ id: string; slug: string }> {
  const id = newId();
  const slug = `${name}-${id.slice(-8)}`;
  const { phaseSeconds, strict } = DEFAULT_SETTINGS;
  await database()
    .insert(labs)
    .values({ id, slug, name, timeZone: 'Europe/London', settings: { phaseSeconds, strict }, pledge: DEFAULT_PLEDGE });
  return { id, slug };
}

/** Somebody new, in a lab. */
export async function makeMember(lab: { id: string; slug: string }, role: Role): Promise<Membership> {
  const account = await makeAccount();
  await database().insert(members).values({ labId: lab.id, userId: account.id, role });
  return (await membershipIn(account.id, lab.slug))!;
}

/** Somebody new, in no lab. */
export async function makeAccount(passwordHash = 'x') {
  return (await createAccount({ name: 'Somebody', email: `${newId()}@example.com`, passwordHash }))!;
}
