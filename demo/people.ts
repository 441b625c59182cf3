import { randomInt } from 'node:crypto';
import { database } from '@/db/connection';
import { createLab } from '@/db/labs';
import { accountByEmail, createAccount } from '@/db/people';
import { members } from '@/db/schema';
import type { Id } from '@/domain/session';
import { hashPassword } from '@/server/auth';
import { ACTORS, CAST, emailOf, type Actor } from './cast';

/** When the lab meets: Thursdays at five, in London. */
const LAB = {
  labName: 'Thursday Lab',
  weekday: 4,
  localTime: '17:00',
  timeZone: 'Europe/London',
  present: 3,
  clarify: 5,
  coach: 10,
  commit: 2,
};

const WORDS = [
  'amber',
  'anvil',
  'cedar',
  'cobalt',
  'ember',
  'flint',
  'hazel',
  'lathe',
  'linen',
  'slate',
  'willow',
  'wren',
];

/** A password that is easy to type and that no other copy of the demo has. */
export function makePassword(): string {
  const word = () => WORDS[randomInt(WORDS.length)] ?? 'flint';
  return `${word()}-${word()}-${randomInt(100_000, 1_000_000)}`;
}

export interface People {
  labId: Id;
  ids: Record<Actor, Id>;
}

/** The demo's people as they are stored. */
export async function findPeople(labId: Id): Promise<People> {
  const found = await Promise.all(
    ACTORS.map(async (actor) => [actor, (await accountByEmail(emailOf(actor)))?.id ?? ''] as const),
  );
  return { labId, ids: Object.fromEntries(found) as Record<Actor, Id> };
}

/** Makes the lab and its people, who joined and pledged on the given day. All have the same password. */
export async function makePeople(password: string, joinedAt: Date): Promise<People> {
  const passwordHash = await hashPassword(password);
  return database().transaction(async (tx) => {
    const { id: labId } = await createLab(tx, LAB, joinedAt);
    const ids: Partial<Record<Actor, Id>> = {};
    for (const [place, actor] of ACTORS.entries()) {
      const { name, role } = CAST[actor];
      const account = await createAccount({ name, email: emailOf(actor), passwordHash }, tx);
      if (!account) throw new Error(`${emailOf(actor)} has an account already.`);
      const at = new Date(joinedAt.getTime() + place * 60_000);
      await tx.insert(members).values({ labId, userId: account.id, role, joinedAt: at, pledgedAt: at });
      ids[actor] = account.id;
    }
    return { labId, ids: ids as Record<Actor, Id> };
  });
}
