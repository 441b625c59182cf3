import { epochOf } from '@/db/session-access';
import { readSignIn, signInCookieName } from './auth/cookie';
import type { Face } from './face';

export interface SignIn {
  userId: string;
  /** The person's `sign_in_epoch` when they signed in. */
  epoch: number;
}

type Keys = Pick<Face, 'config' | 'authSecret'>;

/** Reads the sign-in from a raw `cookie` header; whether it still holds is not asked. Undefined without a valid one. */
export async function claimedSignIn(cookieHeader: string | undefined, keys: Keys): Promise<SignIn | undefined> {
  return readSignIn(cookieIn(cookieHeader ?? '', signInCookieName(keys)), keys);
}

/** The sign-in of a raw `cookie` header, unless it was signed out or its account is gone: then null. */
export async function signedIn(cookieHeader: string | undefined, keys: Keys): Promise<SignIn | null> {
  const claimed = await claimedSignIn(cookieHeader, keys);
  return claimed && (await epochOf(claimed.userId)) === claimed.epoch ? claimed : null;
}

function cookieIn(header: string, name: string): string | undefined {
  const found = header.split(';').find((pair) => pair.trimStart().startsWith(`${name}=`));
  return found?.slice(found.indexOf('=') + 1).trim();
}
