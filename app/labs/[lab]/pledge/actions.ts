'use server';

import { redirect } from 'next/navigation';
import { memberOf } from '@/app/current-person';
import { typedIn, type FormState } from '@/app/form-state';
import { localPath } from '@/app/local-path';
import { acceptPledge } from '@/db/members';

/** Records that the member agrees, and goes on to where they were going. */
export async function agree(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', next, agreed } = typedIn(form);
  const { membership } = await memberOf(slug);
  if (!agreed) return { errors: { agreed: 'Agree first: the room opens to those who did.' } };
  await acceptPledge(membership);
  redirect(localPath(next, `/labs/${slug}`));
}
