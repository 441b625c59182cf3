'use server';

import { redirect } from 'next/navigation';
import { currentPerson, forgetSignIn } from '@/app/current-person';
import { typedIn, type FormState } from '@/app/form-state';
import { sendOut } from '@/app/labs/send-out';
import { leave } from '@/db/leaving';
import { canonicalEmail } from '@/domain/people';
import { face } from '@/server/face';
import { wrongPassword } from './password-check';

/** Deletes the signed-in person's account, once they have typed its email and password. It can be undone for some days. */
export async function deleteAccount(_: FormState, form: FormData): Promise<FormState> {
  const person = await currentPerson();
  const { email = '', password } = typedIn(form);
  const values = { email };
  if (canonicalEmail(email) !== person.email) return { values, errors: { email: `Type ${person.email} to go on.` } };
  const wrong = await wrongPassword(person, password);
  if (wrong) return { values, errors: { password: wrong } };
  const left = await leave(person.id);
  if ('holds' in left) {
    const names = left.holds.map(({ name }) => name).join(', ');
    return { values, message: `You are the only host of ${names}. Settle that first.` };
  }
  await face().live.signedOut(person.id, 'all');
  for (const [labId, sentOut] of left.sentOut) {
    await sendOut(labId, sentOut);
    await face().live.endTurnsOf(labId, person.id);
  }
  await forgetSignIn();
  redirect('/sign-in?left=1');
}
