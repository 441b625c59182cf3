import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Carried } from '@/app/carried';
import { signOutTo } from '@/app/(public)/sign-in/actions';
import { signedIn } from '@/app/current-person';
import { joinByProvider } from '@/app/provider-actions';
import { membershipIn } from '@/db/labs';
import { invitationByToken, isFor, type OpenedInvitation } from '@/db/invitations';
import type { Account } from '@/db/people';
import { publicLab } from '@/db/public-lab';
import { isRemovedFrom } from '@/db/removals';
import { face } from '@/server/face';
import { LinkButton } from '@/ui/button';
import { Link } from '@/ui/link';
import { SubmitButton } from '@/ui/submit-button';
import { ClosedLink, LinkToNowhere } from '../../shut-link';
import { Split } from '../../split';
import { JoinAsMe, JoinAsNew } from './join-forms';

export const metadata: Metadata = { title: 'Invitation', robots: { index: false } };

const WHY_CLOSED = {
  revoked: 'has been ended by a host',
  expired: 'is past its end',
  used_up: 'has been used as often as it could be',
  archived: 'rests: the lab is archived',
} as const;

const ROLE_WORDS = {
  host: 'as a host: you run the weekly session',
  rep: 'as a rep: bring a stuck deal, and coach the others',
  observer: 'as an observer: you listen in',
} as const;

interface InvitePageProps {
  params: Promise<{ token: string }>;
}

export default async function InvitePage({ params }: InvitePageProps) {
  const { token } = await params;
  const [invitation, person] = await Promise.all([invitationByToken(token), signedIn()]);
  if (!invitation) return <LinkToNowhere />;
  const { oidc } = face().config;
  const membership = person && (await membershipIn(person.id, invitation.lab.slug));
  if (membership && !membership.pledgedAt) redirect(`/labs/${invitation.lab.slug}/pledge`);
  if (membership) return <AlreadyIn invitation={invitation} role={membership.role} />;
  if (person && (await isRemovedFrom(invitation.lab.id, person.id))) {
    return <Removed lab={invitation.lab.name} person={person.name} token={token} />;
  }
  const bound = invitation.state === 'open' && person && !isFor(invitation, person.email);
  if (bound) return <NotTheirs invitation={invitation} person={person} token={token} />;
  if (invitation.state !== 'open') return <Closed invitation={invitation} why={WHY_CLOSED[invitation.state]} />;
  return (
    <Split foot={person ? <NotYou name={person.name} token={token} /> : undefined}>
      <p className="meta text-3">{invitation.host} invites you</p>
      <h1 className="mt-2 mb-[10px]">{invitation.lab.name}</h1>
      <p className="soft">You join {ROLE_WORDS[invitation.role]}.</p>
      {invitation.lab.about && <p className="voice soft mt-4">{invitation.lab.about}</p>}
      {person ? (
        <JoinAsMe token={token} labName={invitation.lab.name} />
      ) : (
        <>
          <JoinAsNew token={token} labName={invitation.lab.name} email={invitation.email} bound={invitation.bound} />
          {invitation.bound && invitation.email && (
            <p className="meta mt-4">
              It answers a request that came with this address. If it isn’t yours,{' '}
              <OneOfTheirOwn invitation={invitation} />.
            </p>
          )}
          {oidc && (
            <form action={joinByProvider} className="mt-3">
              <SubmitButton wide>Join with {oidc.name}</SubmitButton>
              <Carried token={token} />
            </form>
          )}
          <p className="meta mt-4">
            <Link className="reach" href={`/sign-in?next=${encodeURIComponent(`/invite/${token}`)}`}>
              I have an account
            </Link>
          </p>
        </>
      )}
    </Split>
  );
}

function NotYou({ name, token }: { name: string; token: string }) {
  return (
    <form action={signOutTo} className="row wrap">
      <span>Signed in as {name}.</span>
      <SubmitButton variant="plain" size="sm">
        Not you?
      </SubmitButton>
      <Carried path={`/invite/${token}`} />
    </form>
  );
}

function AlreadyIn({ invitation, role }: { invitation: OpenedInvitation; role: string }) {
  return (
    <Split>
      <h1>You are in already</h1>
      <p className="soft mt-[10px] mb-[30px]">
        You belong to {invitation.lab.name}, as {role === 'observer' ? 'an' : 'a'} {role}. The link is not used up by
        you.
      </p>
      <LinkButton variant="ink" href={`/labs/${invitation.lab.slug}`}>
        Go to {invitation.lab.name}
      </LinkButton>
    </Split>
  );
}

/** Signed in with another address than the one that asked. */
function NotTheirs({ invitation, person, token }: { invitation: OpenedInvitation; person: Account; token: string }) {
  return (
    <Split foot={<NotYou name={person.name} token={token} />}>
      <h1>This link is for somebody else</h1>
      <p className="soft mt-[10px]">
        It answers a request to join {invitation.lab.name} that came from {invitation.email ?? 'another address'}, and
        only an account with that address joins by it. Yours has {person.email}. If both are yours, sign in with the
        other one, or <Link href="/me">give your account that address</Link>. Otherwise{' '}
        <OneOfTheirOwn invitation={invitation} />.
      </p>
    </Split>
  );
}

/** The way on for whom a link isn't. */
async function OneOfTheirOwn({ invitation: { lab, host } }: { invitation: OpenedInvitation }) {
  if (!(await publicLab(lab.slug))) return `ask ${host} for a link of your own`;
  return <Link href={`/join/${lab.slug}`}>ask to join yourself</Link>;
}

function Removed({ lab, person, token }: { lab: string; person: string; token: string }) {
  return (
    <Split foot={<NotYou name={person} token={token} />}>
      <h1>You were removed from this lab</h1>
      <p className="soft mt-[10px]">A link does not bring you back to {lab}. Ask a host to let you back in.</p>
    </Split>
  );
}

function Closed({ invitation, why }: { invitation: OpenedInvitation; why: string }) {
  return (
    <ClosedLink>
      The invitation to {invitation.lab.name} {why}. Ask {invitation.host} for a new one.
    </ClosedLink>
  );
}
