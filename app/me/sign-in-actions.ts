'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { currentPerson, forgetSignIn, signInHere } from '@/app/current-person';
import { endSignIn, endSignIns } from '@/db/sign-ins';
import { isId } from '@/domain/people';
import { face } from '@/server/face';

/** Signs the person out on one device, and out of its live rooms, at once. */
export async function endOther(signInId: string): Promise<void> {
  const { id: userId } = await currentPerson();
  if (isId(signInId) && (await endSignIn({ userId, signInId }))) {
    await face().live.signedOut(userId, { only: signInId });
  }
  revalidatePath('/me');
}

/** Signs the person out on every device but this one, at once. */
export async function endOthers(): Promise<void> {
  const { id } = await currentPerson();
  const but = await signInHere();
  await endSignIns(id, but);
  await face().live.signedOut(id, { but });
  revalidatePath('/me');
}

/** Signs the person out on every device, this one too, at once. */
export async function signOutEverywhere(): Promise<void> {
  const { id } = await currentPerson();
  await endSignIns(id);
  await face().live.signedOut(id, 'all');
  await forgetSignIn();
  redirect('/sign-in');
}
