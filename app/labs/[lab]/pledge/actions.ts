'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { memberOf } from '@/app/current-person';
import { typedIn, type FormState } from '@/app/form-state';
import { localPath } from '@/app/local-path';
import { acceptPledge } from '@/db/members';

/** Records that the member agrees, and goes on to where they were going. */
export async function agree(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', next, agreed, words = '' } = typedIn(form);
  const { membership } = await memberOf(slug);
  if (!agreed) return { errors: { agreed: 'Agree first: the room opens to those who did.' } };
  // Browsers send lines with another end than they were given.
  if (!(await acceptPledge(membership, words.replaceAll('\r\n', '\n')))) {
    revalidatePath(`/labs/${slug}/pledge`);
    return { errors: { agreed: 'A host has just changed the pledge. Read it as it stands now, and agree to that.' } };
  }
  redirect(localPath(next, `/labs/${slug}`));
}
