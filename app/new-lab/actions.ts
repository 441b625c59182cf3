'use server';

import { redirect } from 'next/navigation';
import { currentPerson } from '@/app/current-person';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { labsOf } from '@/db/labs';
import { foundAnotherLab, MOST_HOSTED } from '@/db/new-lab';
import { newLab } from '@/domain/lab';
import { mayInLab } from '@/domain/lab-permissions';
import { isId } from '@/domain/people';

/** Makes another lab, for who hosts one. */
export async function makeLab(_: FormState, form: FormData): Promise<FormState> {
  const person = await currentPerson();
  const typed = typedIn(form);
  const { id = '' } = typed;
  const values = kept(typed);
  if (!(await labsOf(person.id)).some((own) => mayInLab(own, 'lab.create'))) {
    return { values, message: 'Whoever hosts a lab makes another one. Ask a host of yours.' };
  }
  const parsed = newLab.safeParse(typed);
  if (!parsed.success) return { values, errors: errorsOf(parsed.error) };
  const slug = await foundAnotherLab(person.id, parsed.data, isId(id) ? id : undefined);
  if (slug === undefined) return { values, message: `One person hosts ${MOST_HOSTED} labs at most.` };
  redirect(`/labs/${slug}`);
}
