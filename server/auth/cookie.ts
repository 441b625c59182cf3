import { decode, encode } from 'next-auth/jwt';
import type { Account } from '@/db/people';
import type { Face } from '../face';

/** A sign-in holds for thirty days. */
export const SIGN_IN_SECONDS = 30 * 24 * 60 * 60;

type Settings = Pick<Face, 'config' | 'authSecret'>;

/** Whether cookies are for https alone: as the one public address says. */
export function isSecure({ config }: Settings): boolean {
  return config.publicUrl.startsWith('https://');
}

/** The name of the cookie that holds a sign-in, as NextAuth names it. */
export function signInCookieName(settings: Settings): string {
  return `${isSecure(settings) ? '__Secure-' : ''}next-auth.session-token`;
}

/** How that cookie is set: out of scripts' reach, and not sent along from other sites' forms. */
export function signInCookieOptions(settings: Settings) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(settings),
    maxAge: SIGN_IN_SECONDS,
  } as const;
}

/** The name of the cookie by which a guest is known, in one session. */
export function guestCookieName(settings: Settings): string {
  return `${isSecure(settings) ? '__Secure-' : ''}whetstone-guest`;
}

// A guest's cookie is sealed with a key of its own: under the other name it opens nothing.
const GUEST_SALT = 'whetstone guest';

/** Who a guest is. Whether their link still stands is for the database to say. */
export async function makeGuestSignIn(userId: string, { authSecret }: Settings): Promise<string> {
  return encode({ token: { sub: userId }, secret: authSecret, salt: GUEST_SALT, maxAge: SIGN_IN_SECONDS });
}

/** The id of the guest whom a cookie names; undefined where it isn't ours, or too old. */
export async function readGuestSignIn(
  token: string | undefined,
  { authSecret }: Settings,
): Promise<string | undefined> {
  if (!token) return undefined;
  const read = await decode({ token, secret: authSecret, salt: GUEST_SALT }).catch(() => null);
  return typeof read?.sub === 'string' ? read.sub : undefined;
}

/** A sign-in as NextAuth would make it: who, and with which epoch. */
export async function makeSignIn({ id, signInEpoch }: Account, { authSecret }: Settings): Promise<string> {
  return encode({ token: { sub: id, epoch: signInEpoch }, secret: authSecret, maxAge: SIGN_IN_SECONDS });
}

/** What a sign-in says, if it is ours and still holds; whether its epoch is current is for the database to say. */
export async function readSignIn(
  token: string | undefined,
  { authSecret }: Settings,
): Promise<{ userId: string; epoch: number } | undefined> {
  if (!token) return undefined;
  const read = await decode({ token, secret: authSecret }).catch(() => null);
  if (typeof read?.sub !== 'string' || typeof read.epoch !== 'number') return undefined;
  return { userId: read.sub, epoch: read.epoch };
}
