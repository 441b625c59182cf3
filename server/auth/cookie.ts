import { decode, encode, type JWT } from 'next-auth/jwt';
import { SIGN_IN_SECONDS, type SignInClaim } from '@/db/sign-ins';
import { isId } from '@/domain/people';
import type { Face } from '../face';

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

/** The name of the cookie by which a guest of a session is known: a device may have a place in several. */
export function guestCookieName(settings: Settings, sessionId: string): string {
  return `${isSecure(settings) ? '__Secure-' : ''}whetstone-guest-${sessionId}`;
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

/** A sign-in as NextAuth would make it: who, and which of their sign-ins it is. */
export async function makeSignIn({ userId, signInId }: SignInClaim, { authSecret }: Settings): Promise<string> {
  return encode({ token: { sub: userId, sid: signInId }, secret: authSecret, maxAge: SIGN_IN_SECONDS });
}

/** What a sign-in says, if it is ours and not too old; whether it was ended is for the database to say. */
export async function readSignIn(
  token: string | undefined,
  { authSecret }: Settings,
): Promise<SignInClaim | undefined> {
  if (!token) return undefined;
  return claimIn(await decode({ token, secret: authSecret }).catch(() => null));
}

/** What an opened token says; undefined where it isn't one of ours. */
export function claimIn(token: JWT | null): SignInClaim | undefined {
  const { sub, sid } = token ?? {};
  return typeof sub === 'string' && typeof sid === 'string' && isId(sub) && isId(sid)
    ? { userId: sub, signInId: sid }
    : undefined;
}
