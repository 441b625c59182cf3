'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { allowed, ifStillHost } from '@/app/labs/allowed';
import { ANSWERED_ALREADY, leadToDone } from '@/app/labs/done';
import { LAST_HOST } from '@/app/labs/last-host';
import { sendOut } from '@/app/labs/send-out';
import { siteOrigin } from '@/app/site-origin';
import { createGuestLink, revokeGuestLink } from '@/db/guests';
import { createInvitation, remakeInvitation, revokeInvitation } from '@/db/invitations';
import { invitePeople } from '@/db/invite-people';
import { wantsAnswer } from '@/db/mail-choices';
import { changeRole, removeMember, type MemberChange } from '@/db/members';
import { createPasswordLink } from '@/db/password-links';
import { letBackIn } from '@/db/removals';
import { acceptRequest, declineRequests } from '@/db/requests';
import { ACCEPTED_AS, newGuestLink, newInvitation } from '@/domain/lab';
import { newInvited, STANDING_WORDS } from '@/domain/member-list';
import { isId } from '@/domain/people';
import { ROLES, type Role } from '@/domain/vocabulary';
import { face } from '@/server/face';
import type { AnswerLink } from './answer-link';
import type { InvitedOne } from './invited-one';

const DAY_MS = 24 * 60 * 60_000;
const INVITED_DAYS = 14;
const GONE = 'They are not in the lab any more.';
const ANSWERED = `${ANSWERED_ALREADY} Reload the page.`;
const NO_PASSWORD_LINK = {
  not_found: GONE,
  own: 'Your own password is changed on your account’s page.',
  other_lab: 'They are in another lab too, which you don’t host. Its host must help them.',
};

/** Makes an invitation link, and shows it this once. */
export async function invite(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const { slug = '' } = typed;
  const asked = await allowed(slug, 'invitation.create');
  if (asked.refused !== undefined) return { values: kept(typed), message: asked.refused };
  const { membership } = asked;
  const parsed = newInvitation.safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  const { role, days, maxUses } = parsed.data;
  const expiresAt = new Date(Date.now() + days * DAY_MS);
  const link = await ifStillHost(createInvitation(membership, { role, expiresAt, maxUses }));
  if (link.refused !== undefined) return { values: kept(typed), message: link.refused };
  revalidatePath(`/labs/${slug}/members`);
  return { values: kept(typed), done: await invitationLink(link.made.token) };
}

/** Ends an invitation link at once. */
export async function endInvitation(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', id = '' } = typedIn(form);
  const asked = await allowed(slug, 'invitation.revoke');
  if (asked.refused !== undefined) return { message: asked.refused };
  const { membership } = asked;
  if (isId(id)) await revokeInvitation(membership, id);
  revalidatePath(`/labs/${slug}/members`);
  return {};
}

/** Makes a link by which guests listen in to one session, and shows it this once. */
export async function askGuest(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const { slug = '' } = typed;
  const asked = await allowed(slug, 'guest_link.create');
  if (asked.refused !== undefined) return { values: kept(typed), message: asked.refused };
  const { membership } = asked;
  const parsed = newGuestLink.safeParse(typed);
  if (!parsed.success) return { values: kept(typed), errors: errorsOf(parsed.error) };
  const { sessionId, days, maxUses } = parsed.data;
  const expiresAt = new Date(Date.now() + days * DAY_MS);
  const link = await ifStillHost(createGuestLink(membership, sessionId, { expiresAt, maxUses }));
  if (link.refused !== undefined) return { values: kept(typed), message: link.refused };
  if (!link.made) return { values: kept(typed), errors: { sessionId: 'That session is over.' } };
  revalidatePath(`/labs/${slug}/members`);
  return { values: kept(typed), done: `${await siteOrigin()}/guest/${link.made}` };
}

/** Ends a guest's link at once; whoever came by it stops listening. */
export async function endGuestLink(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', id = '' } = typedIn(form);
  const asked = await allowed(slug, 'guest_link.revoke');
  if (asked.refused !== undefined) return { message: asked.refused };
  const { membership } = asked;
  const sentOut = isId(id) ? await revokeGuestLink(membership, id) : undefined;
  await sendOut(membership.lab.id, sentOut ?? []);
  revalidatePath(`/labs/${slug}/members`);
  return {};
}

/** Gives a member another role; it counts at once, in a live room too. Guests of who hosts no more stop listening. */
export async function giveRole(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', memberId = '', ...typed } = typedIn(form);
  const asked = await allowed(slug, 'member.change_role');
  if (asked.refused !== undefined) return { message: asked.refused };
  const { membership } = asked;
  const role = typed.role as Role;
  if (!ROLES.includes(role) || !isId(memberId)) return { message: 'Choose a role.' };
  const change = await changeRole(membership, memberId, role);
  const refused = refusalOf(change);
  if (refused) return { message: refused };
  if (change.outcome === 'changed') await sendOut(membership.lab.id, change.sentOut);
  await face().live.memberChanged(membership.lab.id, memberId);
  await face().live.sharingChanged(membership.lab.id);
  if (memberId === membership.userId) redirect(`/labs/${slug}`);
  revalidatePath(`/labs/${slug}/members`);
  return {};
}

/** Takes a member out of the lab, and out of its live rooms, with the guests whom they let in as a host. */
export async function remove(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', memberId = '' } = typedIn(form);
  const asked = await allowed(slug, 'member.remove');
  if (asked.refused !== undefined) return { message: asked.refused };
  const { membership } = asked;
  if (!isId(memberId)) return { message: GONE };
  const change = await removeMember(membership, memberId);
  if (change.outcome !== 'changed') return { message: refusalOf(change) ?? GONE };
  await sendOut(membership.lab.id, [memberId, ...change.sentOut]);
  await face().live.endTurnsOf(membership.lab.id, memberId);
  if (memberId === membership.userId) redirect('/labs');
  revalidatePath(`/labs/${slug}/members`);
  return {};
}

/** Makes whoever was removed a member again, as what they were. */
export async function letBack(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', memberId = '' } = typedIn(form);
  const asked = await allowed(slug, 'member.let_back_in');
  if (asked.refused !== undefined) return { message: asked.refused };
  const { membership } = asked;
  if (isId(memberId) && (await letBackIn(membership, memberId))) {
    await face().live.memberChanged(membership.lab.id, memberId);
  }
  revalidatePath(`/labs/${slug}/members`);
  return {};
}

/** Takes somebody in who asked to join, by a link that is theirs alone. */
export async function acceptAsking(_: FormState<AnswerLink>, form: FormData): Promise<FormState<AnswerLink>> {
  const { slug = '', id = '', as, unscripted } = typedIn(form);
  const asked = await allowed(slug, 'request.decide');
  if (asked.refused !== undefined) return { message: asked.refused };
  const role = ACCEPTED_AS.find((one) => one === as);
  if (!role || !isId(id)) return { message: ANSWERED };
  const answer = await ifStillHost(acceptRequest(asked.membership, id, role));
  if (answer.refused !== undefined) return { message: answer.refused };
  const accepted = answer.made;
  if ('refused' in accepted) {
    if (accepted.refused === 'member') return { message: STANDING_WORDS.member };
    // With scripts the form stands until it is seen.
    return unscripted ? leadToDone(`/labs/${slug}/members`, 'answered') : { message: ANSWERED };
  }
  face().mail.look();
  revalidatePath(`/labs/${slug}/members`);
  return { done: await answerLink(accepted) };
}

/** Declines one request or several, with a mail to each or without. */
export async function declineAsking(_: FormState, form: FormData): Promise<FormState> {
  const { slug = '', ids = '', tell, unscripted } = typedIn(form);
  const asked = await allowed(slug, 'request.decide');
  if (asked.refused !== undefined) return { message: asked.refused };
  const declined = await declineRequests(asked.membership, ids.split(',').filter(isId), { tell: tell === 'on' });
  face().mail.look();
  const page = `/labs/${slug}/members`;
  revalidatePath(page);
  if (declined === 0) return leadToDone(page, 'answered');
  return unscripted ? leadToDone(page, 'declined') : {};
}

/** Makes the link of an invitation anew, and shows it; the earlier one leads nowhere from then on. */
export async function makeLinkAnew(_: FormState<AnswerLink>, form: FormData): Promise<FormState<AnswerLink>> {
  const { slug = '', id = '' } = typedIn(form);
  const asked = await allowed(slug, 'invitation.create');
  if (asked.refused !== undefined) return { message: asked.refused };
  const expiresAt = new Date(Date.now() + INVITED_DAYS * DAY_MS);
  const link = isId(id) ? await ifStillHost(remakeInvitation(asked.membership, id, expiresAt)) : { made: undefined };
  if (link.refused !== undefined) return { message: link.refused };
  if (!link.made) return { message: 'That link is over, or has been used.' };
  face().mail.look();
  revalidatePath(`/labs/${slug}/members`);
  const { token, mailedTo } = link.made;
  return { done: await answerLink({ token, email: mailedTo }) };
}

/**
 * What a host is shown of a link that has just been made: where it is mailed to who asked nothing, so that only its reader
 * has it. An address that wants no such mail gets none.
 */
async function answerLink({ token, email }: { token: string; email: string | undefined }): Promise<AnswerLink> {
  const mailed = email !== undefined && face().mail.sends && (await wantsAnswer(email));
  return mailed ? {} : { link: await invitationLink(token) };
}

/** Invites one address: by mail where there is a mail server, and by the link that is shown. */
export async function inviteOne(_: FormState<InvitedOne>, form: FormData): Promise<FormState<InvitedOne>> {
  const typed = typedIn(form);
  const { slug = '' } = typed;
  const values = kept(typed);
  const asked = await allowed(slug, 'member.invite');
  if (asked.refused !== undefined) return { values, message: asked.refused };
  const parsed = newInvited.safeParse(typed);
  if (!parsed.success) return { values, errors: errorsOf(parsed.error) };
  const { days, ...person } = parsed.data;
  const links = await ifStillHost(invitePeople(asked.membership, [person], new Date(Date.now() + days * DAY_MS)));
  if (links.refused !== undefined) return { values, message: links.refused };
  const [invited] = links.made;
  if (!invited?.token)
    return { values, errors: { email: invited?.standing ? STANDING_WORDS[invited.standing] : GONE } };
  face().mail.look();
  revalidatePath(`/labs/${slug}/members`);
  return { values, done: { email: person.email, link: await invitationLink(invited.token) } };
}

async function invitationLink(token: string): Promise<string> {
  return `${await siteOrigin()}/invite/${token}`;
}

/** Makes a one-time link to a new password for a member, and shows it this once. */
export async function linkToPassword(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const { slug = '', memberId = '' } = typedIn(form);
  const asked = await allowed(slug, 'member.password_link');
  if (asked.refused !== undefined) return { message: asked.refused };
  const { membership } = asked;
  const made = isId(memberId) ? await createPasswordLink(membership, memberId) : { refused: 'not_found' as const };
  if ('refused' in made) return { message: NO_PASSWORD_LINK[made.refused] };
  face().mail.look();
  return { done: `${await siteOrigin()}/password/${made.token}` };
}

function refusalOf({ outcome }: MemberChange): string | undefined {
  if (outcome === 'last_host') return LAST_HOST;
  return outcome === 'not_found' ? GONE : undefined;
}
