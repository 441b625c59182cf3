'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { memberOf } from '@/app/current-person';
import { typedIn, type FormState } from '@/app/form-state';
import { deleteLab } from '@/db/lab-deletion';
import { mayInLab } from '@/domain/lab-permissions';
import { face } from '@/server/face';

/** Deletes a lab, once a host has typed its name. It can be undone for some days. */
export async function deleteThisLab(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', name = '' } = typedIn(form);
  const { membership } = await memberOf(slug);
  const { lab } = membership;
  if (!mayInLab(membership, 'lab.delete')) return { values: { name }, message: 'Only a host does that.' };
  if (name.trim() !== lab.name) return { values: { name }, errors: { name: `Type ${lab.name} to go on.` } };
  const members = await deleteLab(membership);
  await Promise.all(members.map((id) => face().live.removeMember(lab.id, id)));
  revalidatePath('/', 'layout');
  redirect('/');
}
