import { createHmac, timingSafeEqual } from 'node:crypto';
import { isChosenKind, type ChosenKind } from '@/domain/mail/kinds';
import { isId } from '@/domain/people';

/** The address part by which a person turns off a kind of mail: it says who and what, and is signed. It never ends. */
export function makeOffLink(userId: string, kind: ChosenKind, secret: string): string {
  return `${userId}.${kind}.${signature(`${userId}.${kind}`, secret)}`;
}

/** Who turns off what; undefined where we didn't sign it. */
export function readOffLink(token: string, secret: string): { userId: string; kind: ChosenKind } | undefined {
  const [userId = '', kind = '', signed = ''] = token.split('.');
  if (!isId(userId) || !isChosenKind(kind)) return undefined;
  const [given, right] = [Buffer.from(signed), Buffer.from(signature(`${userId}.${kind}`, secret))];
  return given.length === right.length && timingSafeEqual(given, right) ? { userId, kind } : undefined;
}

function signature(text: string, secret: string): string {
  // The words keep it apart from whatever else is signed with this secret.
  return createHmac('sha256', secret).update(`turn off mail: ${text}`).digest('base64url');
}
