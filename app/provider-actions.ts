'use server';

import { revalidatePath } from 'next/cache';
import { notFound } from 'next/navigation';
import { unlinkIdentities } from '@/db/identities';
import { invitationByToken } from '@/db/invitations';
import { face } from '@/server/face';
import { currentPerson } from './current-person';
import { typedIn, type FormState } from './form-state';
import { leaveForProvider } from './leave-for-provider';
import { localPath } from './local-path';

/** Signs in by the provider, and goes to where the person wanted to be. */
export async function signInByProvider(form: FormData): Promise<void> {
  ofProvider();
  await leaveForProvider(localPath(typedIn(form).next));
}

/** Joins the lab of an invitation, with an account that the provider vouches for. */
export async function joinByProvider(form: FormData): Promise<void> {
  ofProvider();
  const { token = '' } = typedIn(form);
  const invitation = await invitationByToken(token);
  if (!invitation) notFound();
  // Who has an account already comes back to the invitation, and joins with that one.
  await leaveForProvider(`/invite/${token}`, { join: token });
}

/** Links the provider to the account of the person who is signed in. */
export async function linkProvider(): Promise<void> {
  ofProvider();
  const { id } = await currentPerson();
  await leaveForProvider('/me', { link: id });
}

/** Takes that link away, where there is a password to sign in by. */
export async function unlinkProvider(): Promise<FormState> {
  const { id } = await currentPerson();
  const done = await unlinkIdentities(id, ofProvider().issuer);
  revalidatePath('/me');
  return done ? {} : { message: 'Set a password first: without one you could not sign in any more.' };
}

function ofProvider() {
  const { oidc } = face().config;
  if (!oidc) notFound();
  return oidc;
}
