'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { keepHere } from '@/app/keep-here';
import { askToJoin } from '@/db/requests';
import { newRequest } from '@/domain/lab';
import { timeZoneNamed } from '@/domain/time-zone';
import { addressOf, mayAskToJoin } from '@/server/auth';
import { face } from '@/server/face';

const REFUSED = {
  no_lab: 'This lab takes no requests any more.',
  too_many: 'The hosts have many requests to read. Come back in some days.',
} as const;

/** Asks the lab's hosts to be taken in. */
export async function ask(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const values = kept(typed);
  const parsed = newRequest.safeParse(typed);
  if (!parsed.success) return { values, errors: errorsOf(parsed.error) };
  if (!(await mayAskToJoin(addressOf(await headers())))) {
    return { values, message: 'That was often. Wait an hour, then send it again: what you wrote stays here.' };
  }
  const outcome = await askToJoin(typed.slug ?? '', parsed.data);
  if (outcome !== 'asked') return { values, message: REFUSED[outcome] };
  face().mail.look();
  return { done: parsed.data.email };
}

/** Shows times in another zone on this device. */
export async function chooseZone(form: FormData): Promise<void> {
  const { zone = '', slug = '' } = typedIn(form);
  await keepHere('zone', timeZoneNamed(zone) ?? '');
  revalidatePath(`/join/${slug}`);
}
