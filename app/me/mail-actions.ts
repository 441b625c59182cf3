'use server';

import { revalidatePath } from 'next/cache';
import { currentPerson } from '@/app/current-person';
import { typedIn, type FormState } from '@/app/form-state';
import { chooseMail } from '@/db/mail-choices';
import { PERSONS_KINDS } from '@/domain/mail/kinds';

/** Keeps which kinds of mail the signed-in person has: those that are switched on in the form. */
export async function chooseMailKinds(_: FormState<true>, form: FormData): Promise<FormState<true>> {
  const person = await currentPerson();
  const on = typedIn(form);
  await chooseMail(person.id, Object.fromEntries(PERSONS_KINDS.map((kind) => [kind, kind in on])));
  revalidatePath('/me');
  return { done: true };
}
