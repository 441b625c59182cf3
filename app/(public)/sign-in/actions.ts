'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { endSignIn, signedInBefore, startSignIn } from '@/app/current-person';
import { kept, typedIn, type FormState } from '@/app/form-state';
import { localPath } from '@/app/local-path';
import { addressOf, checkSignIn } from '@/server/auth';

/** Signs in by email and password, and goes to where the person wanted to be. */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedIn(form);
  const errors = {
    ...(typed.email?.trim() ? {} : { email: 'Write the email of your account.' }),
    ...(typed.password ? {} : { password: 'Write your password.' }),
  };
  if (Object.keys(errors).length > 0) return { values: kept(typed), errors };
  const { email, password } = typed;
  const checked = await checkSignIn({ email, password }, addressOf(await headers()), await signedInBefore());
  if (!checked.ok) return { values: kept(typed), message: checked.message };
  await startSignIn(checked.account);
  redirect(localPath(typed.next));
}

/** Signs out on this device. */
export async function signOut(): Promise<void> {
  await endSignIn();
  redirect('/sign-in');
}

/** Signs out on this device, and goes to a page that needs nobody signed in. */
export async function signOutTo(form: FormData): Promise<void> {
  await endSignIn();
  redirect(localPath(typedIn(form).path, '/sign-in'));
}
