import { decode, encode } from 'next-auth/jwt';
import { isId } from '@/domain/people';
import type { Face } from '../face';
import { isSecure } from './cookie';

type Settings = Pick<Face, 'config' | 'authSecret'>;

const KEPT_S = 365 * 24 * 60 * 60;
// Sealed with a key of its own: it opens no account, and no other cookie of ours can stand for it.
const SALT = 'whetstone device';

/** The name of the cookie by which a device is known to have signed in to an account; it stays when they sign out. */
export function knownDeviceCookieName(settings: Settings): string {
  return `${isSecure(settings) ? '__Secure-' : ''}whetstone-device`;
}

export function knownDeviceCookieOptions(settings: Settings) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(settings), maxAge: KEPT_S } as const;
}

export async function makeKnownDevice(userId: string, { authSecret }: Settings): Promise<string> {
  return encode({ token: { sub: userId }, secret: authSecret, salt: SALT, maxAge: KEPT_S });
}

/** The id of the account that signed in last on this device; undefined where the cookie isn't ours, or too old. */
export async function readKnownDevice(
  token: string | undefined,
  { authSecret }: Settings,
): Promise<string | undefined> {
  if (!token) return undefined;
  const read = await decode({ token, secret: authSecret, salt: SALT }).catch(() => null);
  return typeof read?.sub === 'string' && isId(read.sub) ? read.sub : undefined;
}
