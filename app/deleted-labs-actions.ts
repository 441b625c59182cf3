'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { bringLabBack } from '@/db/lab-deletion';
import { currentPerson } from './current-person';

/** Brings a deleted lab back, for a host of it. */
export async function bringBack(slug: string): Promise<void> {
  const person = await currentPerson();
  const back = await bringLabBack(person.id, slug);
  revalidatePath('/', 'layout');
  if (back) redirect(`/labs/${slug}`);
}
