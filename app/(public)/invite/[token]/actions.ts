'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentPerson, startSignIn } from '@/app/current-person';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { invitationByToken, isFor, joinByInvitation, joinWithNewAccount } from '@/db/invitations';
import { newAccount } from '@/domain/people';
import { addressOf, hashPassword, unlessProbing } from '@/server/auth';
import { face } from '@/server/face';

const CLOSED = 'This link has just closed. Reload the page to see why.';

const OFTEN = 'Many emails that have an account were tried here. Wait ten minutes, or sign in below.';

const WHY_NOT = {
  refused: CLOSED,
  removed: 'You were removed from this lab. Ask a host to let you back in.',
  not_theirs: 'This link is for another address. Reload the page to see which.',
} as const;

/** Makes an account and joins the lab of the link. */
export async function joinAsNew(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedIn(form);
  const parsed = newAccount.safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  const { name, email, password } = parsed.data;
  // Hashing is dear: it is not done for links that don't open, nor for a network that rests.
  const invitation = await invitationByToken(typed.token ?? '');
  if (invitation?.state !== 'open') return { values: kept(typed), message: CLOSED };
  const notTheirs = {
    values: kept(typed),
    errors: { email: `This link is for ${invitation.email ?? 'another address'} alone.` },
  };
  if (!isFor(invitation, email)) return notTheirs;
  const join = async () =>
    joinWithNewAccount(typed.token ?? '', { name, email, passwordHash: await hashPassword(password) });
  const taken = (outcome: Awaited<ReturnType<typeof join>>) =>
    'refused' in outcome && outcome.refused === 'email_taken';
  const joined = await unlessProbing(addressOf(await headers()), join, taken);
  if (!joined) return { values: kept(typed), message: OFTEN };
  if ('refused' in joined) {
    if (joined.refused === 'not_theirs') return notTheirs;
    return joined.refused === 'link'
      ? { values: kept(typed), message: CLOSED }
      : { values: kept(typed), errors: { email: 'This email has an account already: sign in instead, below.' } };
  }
  face().mail.look();
  await startSignIn(joined.account);
  redirect(`/labs/${joined.slug}/pledge`);
}

/** Joins the lab of the link with the account that is signed in. */
export async function joinAsMe(_: FormState, form: FormData): Promise<FormState> {
  const person = await currentPerson();
  const joined = await joinByInvitation(typedIn(form).token ?? '', person.id);
  if (!('slug' in joined)) return { message: WHY_NOT[joined.outcome] };
  redirect(joined.outcome === 'joined' ? `/labs/${joined.slug}/pledge` : `/labs/${joined.slug}`);
}
