import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { guestOf } from '@/db/guests';
import { comeBack } from '@/db/leaving';
import { membershipIn, type Membership } from '@/db/labs';
import { accountById, type Account } from '@/db/people';
import {
  guestCookieName,
  makeGuestSignIn,
  makeSignIn,
  readGuestSignIn,
  readSignIn,
  signInCookieName,
  signInCookieOptions,
} from '@/server/auth';
import { face } from '@/server/face';

/** Who is signed in, if anybody: asked of the database each time, so that signing out everywhere works at once. */
export const signedIn = cache(async (): Promise<Account | undefined> => {
  const token = (await cookies()).get(signInCookieName(face()))?.value;
  const read = await readSignIn(token, face());
  const account = read && (await accountById(read.userId));
  return account?.signInEpoch === read?.epoch ? account : undefined;
});

/** Who is signed in; anybody else is sent to sign in, and back here afterwards. */
export async function currentPerson(): Promise<Account> {
  const person = await signedIn();
  if (person) return person;
  const path = (await headers()).get('x-path') ?? '/';
  redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}

/** The signed-in person's place in the lab at an address; for anybody else there is no such page. */
export const memberOf = cache(async (slug: string): Promise<{ person: Account; membership: Membership }> => {
  const person = await currentPerson();
  const membership = await membershipIn(person.id, slug);
  if (!membership) notFound();
  return { person, membership };
});

/** Signs a person in on this device; an account that was being deleted stays. In a server action only. */
export async function startSignIn(account: Account): Promise<void> {
  await comeBack(account.id);
  const token = await makeSignIn(account, face());
  (await cookies()).set(signInCookieName(face()), token, signInCookieOptions(face()));
}

/** Signs out on this device. In a server action only. */
export async function endSignIn(): Promise<void> {
  (await cookies()).set(signInCookieName(face()), '', { ...signInCookieOptions(face()), maxAge: 0 });
}

/** The guest of a session whom this device knows, while their link stands. */
export const guestHere = cache(async (sessionId: string): Promise<{ id: string; name: string } | undefined> => {
  const token = (await cookies()).get(guestCookieName(face()))?.value;
  const userId = await readGuestSignIn(token, face());
  return userId === undefined ? undefined : guestOf(sessionId, userId);
});

/** Makes this device a guest's. In a server action only. */
export async function startGuestSignIn(userId: string): Promise<void> {
  (await cookies()).set(guestCookieName(face()), await makeGuestSignIn(userId, face()), signInCookieOptions(face()));
}
