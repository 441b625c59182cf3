'use server';

import { typedIn, type FormState } from '@/app/form-state';
import { turnMail } from '@/db/mail-choices';
import { face } from '@/server/face';

/** Turns the link's kind of mail off, or on again. The link says whose it is: nobody need sign in. */
export async function turn(_: FormState<boolean>, form: FormData): Promise<FormState<boolean>> {
  const { token = '', wanted } = typedIn(form);
  const link = face().mail.readOffLink(token);
  if (!link) return { message: 'This link is not whole. Open it again from the mail.' };
  const on = wanted === 'yes';
  await turnMail(link.reader, link.kind, on);
  return { done: on };
}
