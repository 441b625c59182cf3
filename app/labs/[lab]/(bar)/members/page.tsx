import type { Metadata } from 'next';
import { Upload } from 'lucide-react';
import type { ReactNode } from 'react';
import { DoneNotice } from '@/app/labs/done';
import { pledgedMemberWho } from '@/app/pledged';
import { viewerHere } from '@/app/viewer';
import { guestLinksOf } from '@/db/guests';
import { invitationsOf } from '@/db/invitations';
import { upcomingSessions } from '@/db/lab-home';
import { membersOf, type ListedMember } from '@/db/members';
import { removedOf } from '@/db/removals';
import { requestsOf } from '@/db/requests';
import { capital, counted } from '@/domain/number-words';
import { face } from '@/server/face';
import { LinkButton } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { KeepsFocus } from '@/ui/keeps-focus';
import { timeText } from '@/ui/time-text';
import { DeclineRequests } from './decline-requests';
import { GuestLinks } from './guest-links';
import { ImportList } from './import/import-list';
import { InvitationList } from './invitation-list';
import { MemberTable } from './member-table';
import { InviteOne } from './invite-one';
import { NewGuestLink } from './new-guest-link';
import { NewInvitation } from './new-invitation';
import { RemovalList } from './removal-list';
import { RequestList } from './request-list';

interface MembersPageProps {
  params: Promise<{ lab: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

const memberHere = (slug: string) => pledgedMemberWho(slug, 'member.list', `/labs/${slug}/members`);

export async function generateMetadata({ params }: Pick<MembersPageProps, 'params'>): Promise<Metadata> {
  await memberHere((await params).lab);
  return { title: 'Members' };
}

/** For hosts: who is in the lab, and by which links others may come. */
export default async function MembersPage({ params, searchParams }: MembersPageProps) {
  const { done } = await searchParams;
  const { membership } = await memberHere((await params).lab);
  const [members, removals, invitations, requests, guests, sessions, { locale }] = await Promise.all([
    membersOf(membership),
    removedOf(membership),
    invitationsOf(membership),
    requestsOf(membership),
    guestLinksOf(membership),
    upcomingSessions(membership),
    viewerHere(),
  ]);
  const { lab, userId } = membership;
  const mails = face().mail.sends;
  const open = lab.archivedAt === null;
  const waiting = requests.filter(({ accepted }) => !accepted);
  return (
    <main id="main" className="page">
      <div className="row between end wrap">
        <div>
          <h1>Members</h1>
          <p className="soft mt-[10px]">{peopleText(members)}</p>
        </div>
        {open && (
          <div className="row wrap">
            <LinkButton href="#import">
              <Icon as={Upload} />
              Import a list
            </LinkButton>
            <InviteOne slug={lab.slug} mails={mails} />
            <NewInvitation slug={lab.slug} />
          </div>
        )}
      </div>
      <DoneNotice done={done} />
      {open && requests.length > 0 && (
        <Part
          id="requests"
          heading={askingText(waiting.length)}
          note="By the lab’s public page. A yes makes a link that works once."
        >
          <RequestList slug={lab.slug} zone={lab.timeZone} mails={mails} requests={requests} />
          {waiting.length > 1 && (
            <div className="mt-3">
              <DeclineRequests slug={lab.slug} ids={waiting.map(({ id }) => id)} mails={mails} tell={false} />
            </div>
          )}
        </Part>
      )}
      <Part id="in-the-lab" heading="In the lab" note="A new role counts at once, in a live room too.">
        <MemberTable slug={lab.slug} zone={lab.timeZone} viewerId={userId} members={members} />
      </Part>
      {removals.length > 0 && (
        <Part id="removed" heading="Removed" note="No link brings them back; you can.">
          <RemovalList slug={lab.slug} zone={lab.timeZone} removals={removals} />
        </Part>
      )}
      <div className="two-parts">
        <Part id="links" heading="Invitation links" note="Those who came by one stay when it ends.">
          <InvitationList slug={lab.slug} zone={lab.timeZone} invitations={invitations} />
        </Part>
        <Part id="guests" heading="Guests’ links" note="Ending one sends its guests out.">
          <GuestLinks slug={lab.slug} zone={lab.timeZone} links={guests} />
          {open && (
            <div className="mt-4">
              <NewGuestLink
                slug={lab.slug}
                sessions={sessions.map(({ id, number, startsAt }) => ({
                  id,
                  label: `Session ${number}, ${timeText(startsAt, 'day-time', locale, lab.timeZone)}`,
                }))}
              />
            </div>
          )}
        </Part>
      </div>
      {open && (
        <Part id="import" heading="Import a list" note="Each line is checked first. Nothing is sent before “Invite”.">
          <ImportList slug={lab.slug} mails={mails} />
        </Part>
      )}
    </main>
  );
}

interface PartProps {
  id: string;
  heading: string;
  note: string;
  children: ReactNode;
}

/** A list with its heading, and what to know about it. */
function Part({ id, heading, note, children }: PartProps) {
  return (
    <KeepsFocus className="lab-part" aria-labelledby={id} said={`${heading}: up to date.`}>
      <div className="row between base">
        <h2 id={id}>{heading}</h2>
        <span className="meta">{note}</span>
      </div>
      {children}
    </KeepsFocus>
  );
}

/** "Two ask to join" */
function askingText(count: number): string {
  if (count === 0) return 'Taken in';
  return capital(counted(count, 'asks', 'ask')) + ' to join';
}

/** "Eleven people: two hosts, eight reps, one observer." */
function peopleText(members: ListedMember[]): string {
  const parts = (['host', 'rep', 'observer'] as const).flatMap((role) => {
    const count = members.filter((member) => member.role === role).length;
    return count > 0 ? [counted(count, role)] : [];
  });
  return `${capital(counted(members.length, 'person', 'people'))}: ${parts.join(', ')}.`;
}
