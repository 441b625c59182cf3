'use server';

import { redirect } from 'next/navigation';
import { typedIn, type FormState } from '@/app/form-state';
import { removeMember } from '@/db/members';
import { face } from '@/server/face';
import { allowed } from './allowed';
import { LAST_HOST } from './last-host';
import { sendOut } from './send-out';

/** Leaves a lab, and its live rooms, with the guests whom one let in as a host; the last host can't. */
export async function leave(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '' } = typedIn(form);
  const asked = await allowed(slug, 'lab.leave');
  if (asked.refused !== undefined) return { message: asked.refused };
  const { lab, userId } = asked.membership;
  const change = await removeMember(asked.membership, userId);
  if (change.outcome === 'last_host') return { message: LAST_HOST };
  await sendOut(lab.id, [userId, ...(change.outcome === 'changed' ? change.sentOut : [])]);
  await face().live.endTurnsOf(lab.id, userId);
  redirect('/labs');
}
