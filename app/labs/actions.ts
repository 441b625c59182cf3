'use server';

import { redirect } from 'next/navigation';
import { typedIn, type FormState } from '@/app/form-state';
import { removeMember } from '@/db/members';
import { face } from '@/server/face';
import { allowed } from './allowed';
import { LAST_HOST } from './last-host';

/** Leaves a lab, and its live rooms; the last host can't. */
export async function leave(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '' } = typedIn(form);
  const asked = await allowed(slug, 'lab.leave');
  if (asked.refused !== undefined) return { message: asked.refused };
  const { lab, userId } = asked.membership;
  if ((await removeMember(asked.membership, userId)) === 'last_host') return { message: LAST_HOST };
  await face().live.removeMember(lab.id, userId);
  redirect('/labs');
}
