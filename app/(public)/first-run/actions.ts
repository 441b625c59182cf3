'use server';

import { redirect } from 'next/navigation';
import { startSignIn } from '@/app/current-person';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { createFirstHost } from '@/db/first-run';
import { anyAccount } from '@/db/people';
import { newLab } from '@/domain/lab';
import { newAccount } from '@/domain/people';
import { hashPassword } from '@/server/auth';
import { face } from '@/server/face';

const TOO_LATE = 'Somebody else has just become the first host. Ask them for an invitation.';

/** Makes the first host and the lab; of two at once one wins, and the other is told. */
export async function makeFirstHost(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedIn(form);
  if (await anyAccount()) return { values: kept(typed), message: TOO_LATE };
  const parsed = newAccount.extend(newLab.shape).safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  const { name, email, password, ...lab } = parsed.data;
  const made = await createFirstHost({ name, email, passwordHash: await hashPassword(password), lab });
  if (!made) return { values: kept(typed), message: TOO_LATE };
  face().mail.look();
  await startSignIn(made.account);
  redirect(`/labs/${made.slug}`);
}
