'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { guestHere, signedIn, startGuestSignIn } from '@/app/current-person';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { enterAsGuest, guestLinkByToken } from '@/db/guests';
import { isRemovedFrom } from '@/db/removals';
import { personName } from '@/domain/people';

const newGuest = z.object({
  name: personName,
  agreed: z.literal('yes', 'Agree to it first: the room relies on it.'),
});

/** Lets somebody listen in to the session of the link, under the name that they give. */
export async function listenIn(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedIn(form);
  const parsed = newGuest.safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  const { token = '' } = typed;
  const link = await guestLinkByToken(token);
  if (link && (await guestHere(link.session.id))) redirect(`/sessions/${link.session.id}/live`);
  const person = await signedIn();
  const removed = person && link && (await isRemovedFrom(link.lab.id, person.id));
  const entered = removed ? undefined : await enterAsGuest(token, parsed.data.name);
  if (!entered) return { values: kept(typed), message: 'This link has just closed. Reload the page to see why.' };
  await startGuestSignIn(entered.userId, entered.sessionId);
  redirect(`/sessions/${entered.sessionId}/live`);
}
