'use server';

import { revalidatePath } from 'next/cache';
import { memberOf } from '@/app/current-person';
import { kept, typedIn, type FormState } from '@/app/form-state';
import { allowed } from '@/app/labs/allowed';
import { leadToDone } from '@/app/labs/done';
import { sessionsChanged } from '@/app/labs/sessions-changed';
import { siteOrigin } from '@/app/site-origin';
import { viewerHere } from '@/app/viewer';
import { endFeed, makeFeed } from '@/db/calendar-feeds';
import type { Membership } from '@/db/labs';
import { followSchedule, takeRuleBack } from '@/db/schedule-changes';
import { changeSession, overlapping, scheduleSession, skipDayOf } from '@/db/session-schedule';
import { isId } from '@/domain/people';
import { face } from '@/server/face';
import { timeText } from '@/ui/time-text';
import { cancelForAll } from './cancel-for-all';
import { readMeeting, standsNow } from './read-meeting';

const NO_SESSION = 'That session is not there any more. Reload the page.';

/** Schedules a session, at a time of the lab's own clock. */
export async function schedule(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const { slug = '' } = typed;
  const asked = await allowed(slug, 'session.schedule');
  if (asked.refused !== undefined) return { values: kept(typed), message: asked.refused };
  const { membership } = asked;
  const read = readMeeting(typed, membership.lab.timeZone, Date.now());
  if ('errors' in read) return { values: kept(typed), errors: read.errors };
  const made = await scheduleSession(membership, read.meeting);
  if (!made) {
    return { values: kept(typed), errors: { localTime: 'A session is scheduled for then already.' } };
  }
  await sessionsChanged(membership);
  return { values: kept(typed), done: standsNow('Scheduled', read.twice, await besides(membership, made)) };
}

/** Gives a session another day, time, length or call. */
export async function change(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const { slug = '', sessionId = '' } = typed;
  const asked = await allowed(slug, 'session.change');
  if (asked.refused !== undefined) return { values: kept(typed), message: asked.refused };
  const { membership } = asked;
  if (!isId(sessionId)) return { values: kept(typed), message: NO_SESSION };
  const read = readMeeting(typed, membership.lab.timeZone, Date.now());
  if ('errors' in read) return { values: kept(typed), errors: read.errors };
  if (!(await changeSession(membership, sessionId, read.meeting))) {
    return { values: kept(typed), message: 'It has begun, or was cancelled. Reload the page.' };
  }
  face().mail.look();
  await sessionsChanged(membership);
  return { values: kept(typed), done: standsNow('Saved', read.twice, await besides(membership, sessionId)) };
}

/** What else of the lab's is on while a session is, by name and time. */
async function besides(membership: Membership, sessionId: string): Promise<string[]> {
  const others = await overlapping(membership, sessionId);
  const { locale } = await viewerHere();
  const time = (at: number) => timeText(at, 'day-time', locale, membership.lab.timeZone);
  return others.map(({ number, startsAt }) => `session ${number} (${time(startsAt)})`);
}

/** Cancels a scheduled session, through its log; one of the schedule is skipped, so that none is made in its place. */
export async function cancel(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', sessionId = '', unscripted } = typedIn(form);
  const asked = await allowed(slug, 'session.cancel');
  if (asked.refused !== undefined) return { message: asked.refused };
  const { membership } = asked;
  if (!isId(sessionId)) return { message: NO_SESSION };
  const skipped = await skipDayOf(membership, sessionId);
  const message = await cancelForAll(membership, [sessionId]);
  const { carryOver } = await followSchedule(membership.lab.id, membership.userId);
  await cancelForAll(membership, carryOver);
  face().mail.look();
  await sessionsChanged(membership);
  if (message !== undefined) return { message };
  return unscripted ? leadToDone(`/labs/${slug}/schedule`, skipped ? 'skipped' : 'cancelled') : {};
}

/** Takes back a change of the schedule that is still to hold; the sessions to come follow at once. */
export async function takeBack(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', fromDay = '', unscripted } = typedIn(form);
  const asked = await allowed(slug, 'schedule.change');
  if (asked.refused !== undefined) return { message: asked.refused };
  const { membership } = asked;
  const kept = await takeRuleBack(membership, fromDay);
  if (!kept) return { message: 'It holds already, or was taken back. Reload the page.' };
  const message = await cancelForAll(membership, kept.carryOver);
  face().mail.look();
  await sessionsChanged(membership);
  if (message !== undefined) return { message };
  return unscripted ? leadToDone(`/labs/${slug}/schedule`, 'taken-back') : {};
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
