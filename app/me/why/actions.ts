'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { currentPerson } from '@/app/current-person';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { viewerHere } from '@/app/viewer';
import { addGrowthLine, keepReflection, setShared, sharingOf, type KeptReflection } from '@/db/why';
import { wallClock } from '@/domain/time-zone';
import { growthCheck, growthLine, reflectionBody, reflectionKey } from '@/domain/why';
import { face } from '@/server/face';

const answer = z.object({
  question: reflectionKey,
  body: reflectionBody,
  base: z.union([z.uuid(), z.literal('').transform(() => null)]),
});
const sharing = z.object({ labId: z.uuid(), what: z.union([reflectionKey, z.literal('growth')]), on: z.boolean() });

/** Keeps an answer of the signed-in person, unless another tab or device has kept a newer one than it was begun from. */
export async function keepAnswer(_: FormState<KeptReflection>, form: FormData): Promise<FormState<KeptReflection>> {
  const person = await currentPerson();
  const typed = typedIn(form);
  const parsed = answer.safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  const done = await keepReflection(person.id, { ...parsed.data, today: await today() });
  revalidatePath('/me/why');
  if ('changed' in done) return { values: kept(typed), message: 'Not kept yet: it was answered elsewhere too.', done };
  await tellLabs(person.id);
  return { done };
}

/** Adds a line to the signed-in person's growth log. */
export async function updateLine(_: FormState<number>, form: FormData): Promise<FormState<number>> {
  const person = await currentPerson();
  const typed = typedIn(form);
  const check = growthCheck.safeParse(typed.check);
  const line = growthLine(await today()).safeParse(typed);
  if (!check.success) return { values: kept(typed), message: 'Choose one of the six lines.' };
  if (!line.success) return { values: kept(typed), errors: errorsOf(line.error) };
  await addGrowthLine(person.id, check.data, line.data);
  await tellLabs(person.id);
  revalidatePath('/me/why');
  return { done: Date.now() };
}

/** Shares an answer, or the log, with a lab, or stops; what is on a screen of that lab goes at once. */
export async function share(wanted: { labId: string; what: string; on: boolean }): Promise<{ ok: boolean }> {
  const person = await currentPerson();
  const parsed = sharing.safeParse(wanted);
  if (!parsed.success) return { ok: false };
  // Whoever shares nothing new rings at nobody's door.
  if (await setShared(person.id, parsed.data)) await face().live.sharingChanged(parsed.data.labId);
  revalidatePath('/me/why');
  return { ok: true };
}

/** The day where the signed-in person is. */
async function today(): Promise<string> {
  return wallClock(new Date(), (await viewerHere()).zone ?? 'UTC').day;
}

/** What is shared has other words now: rooms that show it ask again. */
async function tellLabs(userId: string): Promise<void> {
  for (const { id, shared } of await sharingOf(userId)) {
    if (shared.length > 0) await face().live.sharingChanged(id);
  }
}
