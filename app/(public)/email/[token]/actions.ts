'use server';

import { typedIn, type FormState } from '@/app/form-state';
import { spendEmailLink } from '@/db/email-links';
import { face } from '@/server/face';

const REFUSED = {
  closed: 'This link has just closed. Reload the page to see why.',
  taken: 'This address belongs to another account by now. Sign in with that one, or choose another address.',
} as const;

/** Confirms the address of the link. */
export async function confirmAddress(_: FormState<true>, form: FormData): Promise<FormState<true>> {
  const outcome = await spendEmailLink(typedIn(form).token ?? '');
  if (outcome !== 'confirmed') return { message: REFUSED[outcome] };
  face().mail.look();
  return { done: true };
}
