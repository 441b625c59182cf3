'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { currentPerson, signInHere } from '@/app/current-person';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { keepHere } from '@/app/keep-here';
import { THEMES } from '@/app/theme';
import { labsOf } from '@/db/labs';
import { setPassword } from '@/db/passwords';
import { changeProfile } from '@/db/people';
import { timeZone } from '@/domain/lab';
import { badgeInitials, newPassword, personName } from '@/domain/people';
import { hashPassword } from '@/server/auth';
import { face } from '@/server/face';
import { wrongPassword } from './password-check';

const profileFields = z.object({
  name: personName,
  initials: badgeInitials,
  zone: z
    .literal('')
    .transform(() => null)
    .or(timeZone),
});
const passwordFields = z.object({ newPassword });

/** Gives the signed-in person another name and badge, and the time zone of all their devices and their mail. */
export async function saveProfile(_: FormState<true>, form: FormData): Promise<FormState<true>> {
  const person = await currentPerson();
  const typed = typedIn(form);
  const parsed = profileFields.safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  const { name, initials, zone } = parsed.data;
  await changeProfile(person.id, { name, initials, zone });
  // What was chosen here before there was an account is overruled.
  await keepHere('zone', '');
  for (const { lab } of await labsOf(person.id)) await face().live.memberChanged(lab.id, person.id);
  revalidatePath('/', 'layout');
  return { values: { name, initials: initials ?? '', zone: zone ?? '' }, done: true };
}

/** Sets a new password, given the old one; every other sign-in ends. */
export async function changePassword(_: FormState<true>, form: FormData): Promise<FormState<true>> {
  const person = await currentPerson();
  const typed = typedIn(form);
  const parsed = passwordFields.safeParse(typed);
  if (!parsed.success) return { errors: errorsOf(parsed.error) };
  const wrong = await wrongPassword(person, typed.oldPassword);
  if (wrong) return { errors: { oldPassword: wrong } };
  const but = await signInHere();
  await setPassword(person.id, await hashPassword(parsed.data.newPassword), { but });
  await face().live.signedOut(person.id, { but });
  revalidatePath('/me');
  return { done: true };
}

/** Keeps the theme of this device. */
export async function chooseHere(_: FormState<true>, form: FormData): Promise<FormState<true>> {
  const { theme } = typedIn(form);
  const chosen = THEMES.find((one) => one === theme);
  if (!chosen) return { errors: { theme: 'Choose one of these.' } };
  await keepHere('theme', chosen === 'system' ? '' : chosen);
  revalidatePath('/', 'layout');
  return { done: true };
}
