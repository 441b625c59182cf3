'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { v7 as newId } from 'uuid';
import { memberOf } from '@/app/current-person';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { scheduleSession } from '@/db/session-schedule';
import { newSession } from '@/domain/lab';
import { mayInLab } from '@/domain/lab-permissions';
import { isId } from '@/domain/people';
import { instantAt } from '@/domain/schedule';
import { face } from '@/server/face';

const HOSTS_ONLY = 'Only a host does that.';
const LONGEST_AHEAD_MS = 2 * 365 * 24 * 60 * 60_000;

/** Schedules a session, at a time of the lab's own clock. */
export async function schedule(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedIn(form);
  const { slug = '' } = typed;
  const { membership } = await memberOf(slug);
  if (!mayInLab(membership.role, 'session.schedule')) return { values: kept(typed), message: HOSTS_ONLY };
  const parsed = newSession.safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  const { day, localTime, durationMinutes, callUrl } = parsed.data;
  const startsAt = instantAt(day, localTime, membership.lab.timeZone);
  const ahead = startsAt.getTime() - Date.now();
  if (ahead < 0) return { values: kept(typed), errors: { day: 'Choose a day and a time that are still to come.' } };
  if (ahead > LONGEST_AHEAD_MS) return { values: kept(typed), errors: { day: 'Choose a day within two years.' } };
  await scheduleSession(membership, { startsAt, durationMinutes, callUrl });
  revalidatePath(`/labs/${slug}`, 'layout');
  redirect(`/labs/${slug}`);
}

/** Cancels a scheduled session, through its log. */
export async function cancel(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', sessionId = '' } = typedIn(form);
  const { membership } = await memberOf(slug);
  if (!isId(sessionId) || !mayInLab(membership.role, 'session.cancel')) return { message: HOSTS_ONLY };
  const command = { id: newId(), type: 'session.cancel', data: {} };
  const sent = await face().live.execute(sessionId, membership.userId, command);
  if (!sent.ok) return { message: sent.error.message };
  revalidatePath(`/labs/${slug}`, 'layout');
  return {};
}
