import { guestCookieName, readGuestSignIn, readSignIn, signInCookieName } from './auth/cookie';
import type { Face } from './face';

export interface SignIn {
  userId: string;
  /** Null for a guest of one session: their link ends instead. */
  signInId: string | null;
  guest?: true;
}

type Keys = Pick<Face, 'config' | 'authSecret'>;

/** What was read from a cookie is kept for a moment: a room that comes back at once brings the same ones again and again. */
const KEPT_MS = 30_000;
const KEPT = 2_000;
const kept = new Map<string, { at: number; secret: string; read: Promise<SignIn | undefined> }>();

/** Reads the sign-in from a raw `cookie` header; whether it still holds is not asked. Undefined without a valid one. */
export async function claimedSignIn(cookieHeader: string | undefined, keys: Keys): Promise<SignIn | undefined> {
  const token = cookieIn(cookieHeader ?? '', signInCookieName(keys));
  if (token === undefined) return undefined;
  const now = performance.now();
  const before = kept.get(token);
  if (before?.secret === keys.authSecret && now - before.at < KEPT_MS) return before.read;
  if (kept.size >= KEPT) kept.clear();
  const read = readSignIn(token, keys);
  kept.set(token, { at: now, secret: keys.authSecret, read });
  return read;
}

/** The guest of a session whom a raw `cookie` header names. */
export async function claimedGuest(
  cookieHeader: string | undefined,
  sessionId: string,
  keys: Keys,
): Promise<SignIn | undefined> {
  const userId = await readGuestSignIn(cookieIn(cookieHeader ?? '', guestCookieName(keys, sessionId)), keys);
  return userId === undefined ? undefined : { userId, signInId: null, guest: true };
}

function cookieIn(header: string, name: string): string | undefined {
  const found = header.split(';').find((pair) => pair.trimStart().startsWith(`${name}=`));
  return found?.slice(found.indexOf('=') + 1).trim();
}
