'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { signedInBefore, startSignIn } from '@/app/current-person';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { createFirstHost } from '@/db/first-run';
import { madeUnder } from '@/db/new-lab';
import { accountByEmail, anyAccount } from '@/db/people';
import { newLab } from '@/domain/lab';
import { isId, newAccount } from '@/domain/people';
import { addressOf, checkSignIn, hashPassword } from '@/server/auth';
import { face } from '@/server/face';

const TOO_LATE = 'Somebody else has just become the first host. Ask them for an invitation.';

/** Makes the first host and the lab; of two at once one wins, and the other is told. A form that is sent twice leads to its lab twice. */
export async function makeFirstHost(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedIn(form);
  if (await anyAccount()) return madeAlready(typed);
  const parsed = newAccount.extend(newLab.shape).safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  const { name, email, password, ...lab } = parsed.data;
  const id = isId(typed.id ?? '') ? typed.id : undefined;
  const made = await createFirstHost({ name, email, passwordHash: await hashPassword(password), lab, id });
  if (!made) return madeAlready(typed);
  face().mail.look();
  await startSignIn(made.account);
  redirect(`/labs/${made.slug}`);
}

/** Who sent this form before, and knows the password that it made, is signed in as at any other time. */
async function madeAlready(typed: Record<string, string>): Promise<FormState> {
  const slug = await labOfForm(typed);
  if (slug !== undefined) {
    const { email, password } = typed;
    const checked = await checkSignIn({ email, password }, addressOf(await headers()), await signedInBefore());
    if (checked.ok) {
      await startSignIn(checked.account);
      redirect(`/labs/${slug}`);
    }
  }
  return { values: kept(typed), message: TOO_LATE };
}

/** The slug of the lab that this form has made. */
async function labOfForm(typed: Record<string, string>): Promise<string | undefined> {
  const parsed = newAccount.extend(newLab.shape).safeParse(typed);
  const { id = '' } = typed;
  if (!parsed.success || !isId(id)) return undefined;
  const account = await accountByEmail(parsed.data.email);
  return account && (await madeUnder(id, account.id, parsed.data.labName))?.slug;
}
