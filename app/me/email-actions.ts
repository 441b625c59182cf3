'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { z } from 'zod';
import { currentPerson } from '@/app/current-person';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { addressToBe, askToConfirm, changeEmailUnconfirmed, dropEmailLinks } from '@/db/email-links';
import { addressHash, wantsMail } from '@/db/mail-choices';
import { email } from '@/domain/people';
import { addressOf, mayMailFrom, mayMailTo, unlessProbing } from '@/server/auth';
import { face } from '@/server/face';
import { wrongPassword } from './password-check';

const fields = z.object({ email });
const OFTEN = 'That was often. Wait an hour, then ask again.';
const PROBED = 'Many addresses that have an account were tried here. Wait ten minutes, then ask again.';
const TURNED_OFF =
  'Whoever reads that address has turned these mails off. The link in an earlier one turns them on again.';

/**
 * Gives the account another address, given the password: it counts once the link that is mailed to it was followed.
 * Without a mail server there is no such link, and it counts at once. Whether another has it is not said before that.
 */
export async function changeEmail(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const person = await currentPerson();
  const typed = typedIn(form);
  const values = kept(typed);
  const parsed = fields.safeParse(typed);
  if (!parsed.success) return { values, errors: errorsOf(parsed.error) };
  const to = parsed.data.email;
  if (to === person.email) return { values, errors: { email: 'That is your address already.' } };
  const wrong = await wrongPassword(person, typed.password);
  if (wrong) return { values, errors: { password: wrong } };
  if (!face().mail.sends) {
    const change = () => changeEmailUnconfirmed(person.id, to);
    const changed = await unlessProbing(addressOf(await headers()), change, (done) => !done);
    if (changed === undefined) return { values, message: PROBED };
    if (!changed) return { values, errors: { email: 'Another account has this address.' } };
    revalidatePath('/me');
    return { done: `Your address is ${to} now.` };
  }
  const unmailed = await whyNoMail(to);
  if (unmailed) return { values, message: unmailed };
  await askToConfirm({ userId: person.id, email: to });
  face().mail.look();
  revalidatePath('/me');
  return { done: `A mail with a link is on its way to ${to}. The address counts once you have followed it.` };
}

/** Mails the link again that confirms the person's address, or the one that is to be theirs. */
export async function confirmAgain(): Promise<FormState<string>> {
  const person = await currentPerson();
  const to = (await addressToBe(person.id)) ?? person.email;
  const unmailed = await whyNoMail(to);
  if (unmailed) return { message: unmailed };
  await askToConfirm({ userId: person.id, email: to });
  face().mail.look();
  return { done: `A mail with a link is on its way to ${to}.` };
}

/** Keeps the address that the person has: what was mailed to another opens nothing any more. */
export async function keepEmail(): Promise<void> {
  const { id } = await currentPerson();
  await dropEmailLinks(id);
  revalidatePath('/me');
}

/** Why no mail goes to an address now, as a sentence; undefined where it does. */
async function whyNoMail(to: string): Promise<string | undefined> {
  if (!face().mail.sends) return 'This server sends no mail.';
  if (!(await wantsMail({ addressHash: addressHash(to) }, 'email_confirmation'))) return TURNED_OFF;
  const may = (await mayMailFrom(addressOf(await headers()))) && (await mayMailTo(to));
  return may ? undefined : OFTEN;
}
