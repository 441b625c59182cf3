'use server';

import { redirect } from 'next/navigation';
import { startSignIn } from '@/app/current-person';
import { errorsOf, typedIn, type FormState } from '@/app/form-state';
import { passwordLinkByToken, spendPasswordLink } from '@/db/password-links';
import { accountById } from '@/db/people';
import { newPassword } from '@/domain/people';
import { hashPassword } from '@/server/auth';
import { face } from '@/server/face';
import { z } from 'zod';

const fields = z.object({ password: newPassword });
const CLOSED = 'This link has just closed. Reload the page to see why.';

/** Sets the new password, signs out everywhere else, and signs in here. */
export async function setNewPassword(_: FormState, form: FormData): Promise<FormState> {
  const { token = '', ...typed } = typedIn(form);
  const parsed = fields.safeParse(typed);
  if (!parsed.success) return { errors: errorsOf(parsed.error) };
  // Hashing is dear: it is not done for links that don't open.
  if ((await passwordLinkByToken(token))?.state !== 'open') return { message: CLOSED };
  const used = await spendPasswordLink(token, await hashPassword(parsed.data.password));
  const account = used && (await accountById(used.userId));
  if (!account) return { message: CLOSED };
  await face().live.signedOut(account.id, 'all');
  await startSignIn(account);
  redirect('/');
}
