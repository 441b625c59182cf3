import { createHmac, timingSafeEqual } from 'node:crypto';
import { chosenKind, isPersons, type ChosenKind, type MailReader } from '@/domain/mail/kinds';
import { isId } from '@/domain/people';

/** The address part by which a reader turns off a kind of mail: it says who and what, and is signed. It never ends. */
export function makeOffLink(reader: MailReader, kind: ChosenKind, secret: string): string {
  const text = `${'userId' in reader ? reader.userId : reader.addressHash}.${kind}`;
  return `${text}.${signature(text, secret)}`;
}

/** Who turns off what; undefined where we didn't sign it. */
export function readOffLink(token: string, secret: string): { reader: MailReader; kind: ChosenKind } | undefined {
  const [who = '', named = '', signed = ''] = token.split('.');
  const kind = chosenKind(named);
  if (!kind || (isPersons(kind) && !isId(who))) return undefined;
  const [given, right] = [Buffer.from(signed), Buffer.from(signature(`${who}.${kind}`, secret))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return { reader: isPersons(kind) ? { userId: who } : { addressHash: who }, kind };
}

function signature(text: string, secret: string): string {
  // The words keep it apart from whatever else is signed with this secret.
  return createHmac('sha256', secret).update(`turn off mail: ${text}`).digest('base64url');
}
