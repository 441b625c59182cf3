'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { currentPerson, endSignIn, startSignIn } from '@/app/current-person';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { keepHere } from '@/app/keep-here';
import { raiseSignInEpoch, renameAccount, setPassword } from '@/db/people';
import { newPassword, personName } from '@/domain/people';
import { isTimeZone } from '@/domain/time-zone';
import { addressOf, checkSignIn, hashPassword } from '@/server/auth';
import { face } from '@/server/face';

const nameFields = z.object({ name: personName });
const passwordFields = z.object({ newPassword });

/** Gives the signed-in person another name. */
export async function rename(_: FormState<true>, form: FormData): Promise<FormState<true>> {
  const person = await currentPerson();
  const typed = typedIn(form);
  const parsed = nameFields.safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  await renameAccount(person.id, parsed.data.name);
  revalidatePath('/', 'layout');
  return { values: { name: parsed.data.name }, done: true };
}

/** Sets a new password, given the old one; signs out everywhere else. Guessing is throttled as at the sign-in. */
export async function changePassword(_: FormState<true>, form: FormData): Promise<FormState<true>> {
  const person = await currentPerson();
  const typed = typedIn(form);
  const parsed = passwordFields.safeParse(typed);
  if (!parsed.success) return { errors: errorsOf(parsed.error) };
  const attempt = { email: person.email, password: typed.oldPassword ?? '' };
  const checked = await checkSignIn(attempt, addressOf(await headers()));
  if (!checked.ok)
    return { errors: { oldPassword: checked.message.replace(/^That email and password do/, 'That password does') } };
  const epoch = await setPassword(person.id, await hashPassword(parsed.data.newPassword));
  await face().live.signOutEverywhere(person.id);
  if (epoch !== undefined) await startSignIn({ ...person, signInEpoch: epoch });
  return { done: true };
}

/** Signs the person out on every device, this one too, at once. */
export async function signOutEverywhere(): Promise<void> {
  const person = await currentPerson();
  await raiseSignInEpoch(person.id);
  await face().live.signOutEverywhere(person.id);
  await endSignIn();
  redirect('/sign-in');
}

/** Keeps how this device shows things: its theme, and its time zone (none: the device's own). */
export async function chooseHere(_: FormState<true>, form: FormData): Promise<FormState<true>> {
  const { theme = '', zone = '' } = typedIn(form);
  await keepHere('theme', theme === 'light' || theme === 'dark' ? theme : '');
  await keepHere('zone', isTimeZone(zone) ? zone : '');
  revalidatePath('/', 'layout');
  return { done: true };
}
