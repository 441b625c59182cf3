import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { goneGuest, guestOf, type GoneGuest } from '@/db/guests';
import { membershipIn, type Membership } from '@/db/labs';
import type { Account } from '@/db/people';
import { accountOfSignIn, endSignIn as endRow, type SignInClaim } from '@/db/sign-ins';
import { deviceOf } from '@/domain/device';
import {
  guestCookieName,
  knownDeviceCookieName,
  knownDeviceCookieOptions,
  makeGuestSignIn,
  makeKnownDevice,
  makeSignIn,
  openSignIn,
  readGuestSignIn,
  readKnownDevice,
  readSignIn,
  signInCookieName,
  signInCookieOptions,
} from '@/server/auth';
import { face } from '@/server/face';
import { localPath } from './local-path';

/** What this device's cookie says of who is signed in. */
async function claimHere(): Promise<SignInClaim | undefined> {
  return readSignIn((await cookies()).get(signInCookieName(face()))?.value, face());
}

/** Who is signed in, if anybody: asked of the database each time, so that a sign-in that was ended is over at once. */
export const signedIn = cache(async (): Promise<Account | undefined> => {
  const claim = await claimHere();
  return claim && accountOfSignIn(claim);
});

/** Which of the signed-in person's sign-ins is this device's. Throws where nobody is signed in. */
export async function signInHere(): Promise<string> {
  const claim = await claimHere();
  if (!claim) throw new Error('Nobody is signed in here.');
  return claim.signInId;
}

/** Who is signed in; anybody else is sent to sign in, and back here afterwards. */
export async function currentPerson(): Promise<Account> {
  const person = await signedIn();
  if (person) return person;
  const path = localPath((await headers()).get('x-path'));
  // An action that waited while the page before it led here stays here, with the way back that was found then.
  redirect(/^\/sign-in(\?|$)/.test(path) ? path : `/sign-in?next=${encodeURIComponent(path)}`);
}

/** The signed-in person's place in the lab at an address; for anybody else there is no such page. */
export const memberOf = cache(async (slug: string): Promise<{ person: Account; membership: Membership }> => {
  const person = await currentPerson();
  const membership = await membershipIn(person.id, slug);
  if (!membership) notFound();
  return { person, membership };
});

/** Signs a person in on this device; an account that was being deleted stays. In a server action only. */
export async function startSignIn({ id }: Pick<Account, 'id'>): Promise<void> {
  const device = deviceOf((await headers()).get('user-agent'));
  const token = await makeSignIn({ userId: id, signInId: await openSignIn(id, device, face().live) }, face());
  const jar = await cookies();
  jar.set(signInCookieName(face()), token, signInCookieOptions(face()));
  jar.set(knownDeviceCookieName(face()), await makeKnownDevice(id, face()), knownDeviceCookieOptions(face()));
}

/** The id of the account that signed in last on this device, whether it is signed in still or not. */
export async function signedInBefore(): Promise<string | undefined> {
  return readKnownDevice((await cookies()).get(knownDeviceCookieName(face()))?.value, face());
}

/** Signs out on this device, and out of its live rooms. In a server action only. */
export async function endSignIn(): Promise<void> {
  const claim = await claimHere();
  if (claim && (await endRow(claim))) await face().live.signedOut(claim.userId, { only: claim.signInId });
  await forgetSignIn();
}

/** Takes the sign-in from this device; its row is another's to end. In a server action only. */
export async function forgetSignIn(): Promise<void> {
  (await cookies()).set(signInCookieName(face()), '', { ...signInCookieOptions(face()), maxAge: 0 });
}

/** The guest of a session whom this device knows, while their link stands. */
export const guestHere = cache(async (sessionId: string): Promise<{ id: string; name: string } | undefined> => {
  const userId = await guestClaimHere(sessionId);
  return userId === undefined ? undefined : guestOf(sessionId, userId);
});

/** Who listened in to a session on this device, and why they no longer do; undefined where they still do, or nobody did. */
export async function guestGoneHere(sessionId: string): Promise<GoneGuest | undefined> {
  const userId = await guestClaimHere(sessionId);
  return userId === undefined ? undefined : goneGuest(sessionId, userId);
}

async function guestClaimHere(sessionId: string): Promise<string | undefined> {
  return readGuestSignIn((await cookies()).get(guestCookieName(face(), sessionId))?.value, face());
}

/** Makes this device a guest's in a session. In a server action only. */
export async function startGuestSignIn(userId: string, sessionId: string): Promise<void> {
  const token = await makeGuestSignIn(userId, face());
  (await cookies()).set(guestCookieName(face(), sessionId), token, signInCookieOptions(face()));
}
