import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import type { Face } from '../face';
import { isSecure } from './cookie';

/** What somebody is at the provider for, beside signing in: to link it to their account, or to join by an invitation. */
export type OidcIntent = { link: string } | { join: string };

const intent = z.union([z.object({ link: z.uuid() }), z.object({ join: z.string().max(200) })]);

const HOLDS_S = 10 * 60;
// Sealed with a key of its own: no other cookie of ours can stand for it.
const SALT = 'whetstone oidc';

type Settings = Pick<Face, 'config' | 'authSecret'>;

/** The cookie that keeps it until they come back. */
export function intentCookieName(settings: Settings): string {
  return `${isSecure(settings) ? '__Secure-' : ''}whetstone-oidc`;
}

export function intentCookieOptions(settings: Settings) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(settings), maxAge: HOLDS_S } as const;
}

export async function makeIntent(meant: OidcIntent, { authSecret }: Settings): Promise<string> {
  return encode({ token: { meant }, secret: authSecret, salt: SALT, maxAge: HOLDS_S });
}

/** Undefined where there is none, or it isn't ours, or too old. */
export async function readIntent(token: string | undefined, { authSecret }: Settings): Promise<OidcIntent | undefined> {
  if (!token) return undefined;
  const read = await decode({ token, secret: authSecret, salt: SALT }).catch(() => null);
  return intent.safeParse(read?.meant).data;
}
