'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { memberOf } from '@/app/current-person';
import { typedIn, type FormState } from '@/app/form-state';
import { sendOut } from '@/app/labs/send-out';
import { deleteLab } from '@/db/lab-deletion';
import { mayInLab } from '@/domain/lab-permissions';

/** Deletes a lab, once a host has typed its name. It can be undone for some days. */
export async function deleteThisLab(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', name = '' } = typedIn(form);
  const { membership } = await memberOf(slug);
  const { lab } = membership;
  if (!mayInLab(membership, 'lab.delete')) return { values: { name }, message: 'Only a host does that.' };
  if (name.trim() !== lab.name) return { values: { name }, errors: { name: `Type ${lab.name} to go on.` } };
  await sendOut(lab.id, await deleteLab(membership));
  revalidatePath('/', 'layout');
  redirect('/');
}
