'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { memberOf } from '@/app/current-person';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { allowed } from '@/app/labs/allowed';
import { siteOrigin } from '@/app/site-origin';
import { endFeed, makeFeed } from '@/db/calendar-feeds';
import { followSchedule } from '@/db/schedule-changes';
import { changeSession, scheduleSession, skipDayOf } from '@/db/session-schedule';
import { newSession } from '@/domain/lab';
import { isId } from '@/domain/people';
import { clockAt } from '@/domain/schedule';
import { face } from '@/server/face';
import { cancelForAll } from './cancel-for-all';

const NO_SESSION = 'That session is not there any more. Reload the page.';
const LONGEST_AHEAD_MS = 2 * 365 * 24 * 60 * 60_000;

/** Schedules a session, at a time of the lab's own clock. */
export async function schedule(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedIn(form);
  const { slug = '' } = typed;
  const asked = await allowed(slug, 'session.schedule');
  if (asked.refused !== undefined) return { values: kept(typed), message: asked.refused };
  const { membership } = asked;
  const read = readMeeting(typed, membership.lab.timeZone);
  if ('errors' in read) return { values: kept(typed), errors: read.errors };
  await scheduleSession(membership, read.meeting);
  revalidatePath(`/labs/${slug}`, 'layout');
  redirect(`/labs/${slug}/schedule`);
}

/** Gives a session another day, time, length or call. */
export async function change(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const { slug = '', sessionId = '' } = typed;
  const asked = await allowed(slug, 'session.change');
  if (asked.refused !== undefined) return { values: kept(typed), message: asked.refused };
  const { membership } = asked;
  if (!isId(sessionId)) return { values: kept(typed), message: NO_SESSION };
  const read = readMeeting(typed, membership.lab.timeZone);
  if ('errors' in read) return { values: kept(typed), errors: read.errors };
  if (!(await changeSession(membership, sessionId, read.meeting))) {
    return { values: kept(typed), message: 'It has begun, or was cancelled. Reload the page.' };
  }
  face().mail.look();
  revalidatePath(`/labs/${slug}`, 'layout');
  const first = read.twice ? ' Clocks show that time twice that day: it is the first.' : '';
  return { values: kept(typed), done: `Saved. Everyone’s calendar follows.${first}` };
}

/** Cancels a scheduled session, through its log; one of the schedule is skipped, so that none is made in its place. */
export async function cancel(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', sessionId = '' } = typedIn(form);
  const asked = await allowed(slug, 'session.cancel');
  if (asked.refused !== undefined) return { message: asked.refused };
  const { membership } = asked;
  if (!isId(sessionId)) return { message: NO_SESSION };
  await skipDayOf(membership, sessionId);
  const message = await cancelForAll(membership, [sessionId]);
  const { carryOver } = await followSchedule(membership.lab.id, membership.userId);
  await cancelForAll(membership, carryOver);
  face().mail.look();
  revalidatePath(`/labs/${slug}`, 'layout');
  return message === undefined ? {} : { message };
}

/** A day, time, length and call as typed, on the lab's clock. */
function readMeeting(typed: Record<string, string>, timeZone: string) {
  const parsed = newSession.safeParse(typed);
  if (!parsed.success) return { errors: errorsOf(parsed.error) };
  const { day, localTime, durationMinutes, callUrl } = parsed.data;
  const { at, oddity } = clockAt(day, localTime, timeZone);
  if (oddity === 'missing')
    return { errors: { localTime: `Clocks go forward then: ${localTime} is not there that day.` } };
  const startsAt = new Date(at);
  const ahead = at - Date.now();
  if (ahead < 0) return { errors: { day: 'Choose a day and a time that are still to come.' } };
  if (ahead > LONGEST_AHEAD_MS) return { errors: { day: 'Choose a day within two years.' } };
  return { meeting: { startsAt, durationMinutes, callUrl }, twice: oddity === 'twice' };
}

/** Makes the member's private calendar address, in the place of an earlier one: shown this once. */
export async function makeAddress(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const { slug = '' } = typedIn(form);
  const { membership } = await memberOf(slug);
  const token = await makeFeed(membership);
  return { done: `${await siteOrigin()}/api/calendar/${token}.ics` };
}

/** Ends the member's private calendar address at once. */
export async function endAddress(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '' } = typedIn(form);
  const { membership } = await memberOf(slug);
  await endFeed(membership);
  revalidatePath(`/labs/${slug}/schedule`);
  return {};
}
