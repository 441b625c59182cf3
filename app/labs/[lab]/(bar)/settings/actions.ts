'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { allowed } from '@/app/labs/allowed';
import { sessionsChanged } from '@/app/labs/sessions-changed';
import { archiveLab, renameLab, restoreLab, savePhases, savePledge, saveStrictness } from '@/db/lab-settings';
import { savePublicPage } from '@/db/public-lab';
import { followSchedule, saveSchedule } from '@/db/schedule-changes';
import { scheduleOf } from '@/db/schedules';
import { setLabCall } from '@/db/session-schedule';
import { newCall, newLabName, newPhases, newPledge, newPublicPage, newSchedule } from '@/domain/lab';
import { changeDay, LONGEST_AHEAD_MS } from '@/domain/schedule';
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
  const { skipped, skippedBefore, ...typedRule } = parsed.data;
  const now = new Date();
  // Without scripts the form's own day didn't follow what was typed beside it.
  const byItself = typedRule.fromDay === typed.ownDay;
  const { rules } = await scheduleOf(membership.lab.id, now);
  const rule = byItself ? { ...typedRule, fromDay: changeDay(rules, now.getTime(), typedRule) } : typedRule;
  if (rule.fromDay < wallClock(now, rule.timeZone).day) {
    return { values: kept(typed), errors: { fromDay: 'Choose today or a later day: what was, stays as it was.' } };
  }
  if (rule.fromDay > wallClock(new Date(now.getTime() + LONGEST_AHEAD_MS), rule.timeZone).day) {
    return { values: kept(typed), errors: { fromDay: 'Choose a day within two years.' } };
  }
  const { carryOver } = await saveSchedule(membership, rule, skipped, now, skippedBefore);
  const message = await cancelForAll(membership, carryOver);
  face().mail.look();
  await sessionsChanged(membership);
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
  await sessionsChanged(membership);
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

/** Saves how long each phase of a turn takes. */
export async function savePhaseMinutes(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const { slug = '' } = typed;
  const asked = await allowed(slug, 'turn.change');
  if (asked.refused !== undefined) return { values: kept(typed), message: asked.refused };
  const parsed = newPhases.safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  await savePhases(asked.membership, parsed.data);
  revalidatePath(`/labs/${slug}`, 'layout');
  return { values: kept(typed), done: 'Saved.' };
}

/** Saves whether each phase keeps its kinds. */
export async function saveStrict(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const { slug = '', strict } = typedIn(form);
  const asked = await allowed(slug, 'turn.change');
  if (asked.refused !== undefined) return { message: asked.refused };
  await saveStrictness(asked.membership, strict === 'on');
  revalidatePath(`/labs/${slug}`, 'layout');
  return { done: 'Saved.' };
}

/** Saves the pledge; other words are asked of everybody again. */
export async function saveNewPledge(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const { slug = '' } = typed;
  const asked = await allowed(slug, 'pledge.change');
  if (asked.refused !== undefined) return { values: kept(typed), message: asked.refused };
  const parsed = newPledge.safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  const changed = await savePledge(asked.membership, parsed.data.pledge);
  revalidatePath(`/labs/${slug}`, 'layout');
  const done = changed ? 'Saved. Everybody is asked again when they next come.' : 'Saved. The words are as they were.';
  return { values: kept(typed), done };
}

/** Saves what the lab is called. */
export async function saveName(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const { slug = '' } = typed;
  const asked = await allowed(slug, 'lab.rename');
  if (asked.refused !== undefined) return { values: kept(typed), message: asked.refused };
  const parsed = newLabName.safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  await renameLab(asked.membership, parsed.data.labName);
  revalidatePath(`/labs/${slug}`, 'layout');
  return { values: kept(typed), done: 'Saved.' };
}

/** Puts the lab away, and sends everybody out of its rooms. */
export async function archive(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '' } = typedIn(form);
  const asked = await allowed(slug, 'lab.archive');
  if (asked.refused !== undefined) return { message: asked.refused };
  const { membership } = asked;
  if ((await archiveLab(membership)) === 'under_way') {
    return { message: 'A session is under way. End it first; its words are then in the recap.' };
  }
  await face().live.labArchived(membership.lab.id);
  revalidatePath(`/labs/${slug}`, 'layout');
  redirect(`/labs/${slug}`);
}

/** Brings the lab back; its sessions follow the schedule again. */
export async function restore(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '' } = typedIn(form);
  const asked = await allowed(slug, 'lab.restore');
  if (asked.refused !== undefined) return { message: asked.refused };
  const { membership } = asked;
  if (await restoreLab(membership)) {
    const { carryOver } = await followSchedule(membership.lab.id, membership.userId);
    await cancelForAll(membership, carryOver);
    face().mail.look();
  }
  revalidatePath(`/labs/${slug}`, 'layout');
  redirect(`/labs/${slug}`);
}
