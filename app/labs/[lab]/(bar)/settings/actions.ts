'use server';

import { revalidatePath } from 'next/cache';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { allowed } from '@/app/labs/allowed';
import { savePublicPage } from '@/db/public-lab';
import { saveSchedule } from '@/db/schedule-changes';
import { setLabCall } from '@/db/session-schedule';
import { newCall, newPublicPage, newSchedule } from '@/domain/lab';
import { wallClock } from '@/domain/time-zone';
import { face } from '@/server/face';
import { cancelForAll } from '../schedule/cancel-for-all';

/** Saves when the lab meets; the sessions to come follow at once. */
export async function saveLabSchedule(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const { slug = '', skipMore = '' } = typed;
  const asked = await allowed(slug, 'schedule.change');
  if (asked.refused !== undefined) return { values: kept(typed), message: asked.refused };
  const { membership } = asked;
  // Without scripts a date is added by saving.
  const parsed = newSchedule.safeParse({ ...typed, skipped: `${typed.skipped ?? ''},${skipMore}` });
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  const { skipped, ...rule } = parsed.data;
  const now = new Date();
  if (rule.fromDay < wallClock(now, rule.timeZone).day) {
    return { values: kept(typed), errors: { fromDay: 'Choose today or a later day: what was, stays as it was.' } };
  }
  const { carryOver } = await saveSchedule(membership, rule, skipped, now);
  const message = await cancelForAll(membership, carryOver);
  face().mail.look();
  revalidatePath(`/labs/${slug}`, 'layout');
  return message === undefined ? { done: 'Saved. Everyone’s calendar follows.' } : { values: kept(typed), message };
}

/** Saves where the lab talks. */
export async function saveCall(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const { slug = '' } = typed;
  const asked = await allowed(slug, 'call.change');
  if (asked.refused !== undefined) return { values: kept(typed), message: asked.refused };
  const { membership } = asked;
  const parsed = newCall.safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  await setLabCall(membership, parsed.data.callUrl);
  revalidatePath(`/labs/${slug}`, 'layout');
  return { values: kept(typed), done: 'Saved.' };
}

/** Saves what the lab says of itself, and whether to everybody. */
export async function savePublic(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const { slug = '' } = typed;
  const asked = await allowed(slug, 'public_page.change');
  if (asked.refused !== undefined) return { values: kept(typed), message: asked.refused };
  const { membership } = asked;
  const parsed = newPublicPage.safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  await savePublicPage(membership, parsed.data);
  revalidatePath(`/labs/${slug}`, 'layout');
  revalidatePath(`/join/${slug}`);
  return { values: kept(typed), done: 'Saved.' };
}
