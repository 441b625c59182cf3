import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Check, Minus } from 'lucide-react';
import { guestHere, signedIn } from '@/app/current-person';
import { guestLinkByToken, type GuestLinkState, type OpenedGuestLink } from '@/db/guests';
import { membershipIn } from '@/db/labs';
import { isRemovedFrom } from '@/db/removals';
import { Countdown } from '@/ui/countdown';
import { Icon } from '@/ui/icon';
import { Link } from '@/ui/link';
import { LocalTime } from '@/ui/time';
import { LocalPlace } from '@/ui/local-place';
import { Live } from '@/ui/words';
import { ClosedLink, LinkToNowhere } from '../../shut-link';
import { Split } from '../../split';
import { GuestForm } from './guest-form';

export const metadata: Metadata = { title: 'Listen in', robots: { index: false } };

const WHY_CLOSED: Record<Exclude<GuestLinkState, 'open'>, string> = {
  revoked: 'A host has ended it.',
  over: 'The session is over, and the link ended with it.',
  expired: 'It is past its end.',
  used_up: 'It has been used as often as it could be.',
  archived: 'The lab is put away for now, and nobody meets there.',
};

const CAN = [
  'see what the room sees: the deal on the seat, the coaching, the ladder once it is revealed',
  'hear the call, where the lab has one: its link is in the lobby and in the room',
  'hand the hosts one sealed question; the room sees it if one of them releases it',
  'leave and come back while the session runs',
];
const CANNOT = [
  'write to the room, rate a ladder or mark anything',
  'see a read before its reveal, or who chose what',
  'read earlier sessions, or the recap, unless a host sends it',
];

interface GuestPageProps {
  params: Promise<{ token: string }>;
}

/** The door of a guest: whose room it is, what a guest can and can’t do, a name. */
export default async function GuestPage({ params }: GuestPageProps) {
  const { token } = await params;
  const link = await guestLinkByToken(token);
  if (!link) return <LinkToNowhere />;
  const room = `/sessions/${link.session.id}/live`;
  const person = await signedIn();
  if (person && (await membershipIn(person.id, link.lab.slug))) redirect(room);
  if (person && (await isRemovedFrom(link.lab.id, person.id))) {
    return <ClosedLink>You were removed from {link.lab.name}. Ask a host to let you back in.</ClosedLink>;
  }
  // Whoever came by it already goes back in.
  if (await guestHere(link.session.id)) redirect(room);
  if (link.state !== 'open') return <Closed link={link} why={WHY_CLOSED[link.state]} />;
  const { lab, session, host } = link;
  const startsAt = session.startsAt.getTime();
  return (
    <Split aside={<Beside link={link} />}>
      <p className="meta text-3">{host} asks you to listen in</p>
      <h1 className="mt-2 mb-[10px]">{lab.name}</h1>
      <p className="soft num">
        Session {session.number}, <LocalTime at={startsAt} zone={lab.timeZone} /> to{' '}
        <LocalTime at={startsAt + session.durationMinutes * 60_000} form="time" zone={lab.timeZone} />,{' '}
        <LocalPlace zone={lab.timeZone} /> time.
      </p>
      <GuestForm token={token} pledge={lab.pledge} />
      <p className="meta mt-4">
        No account is made. The link is for this session and ends with it.{' '}
        <Link className="reach" href={`/sign-in?next=${encodeURIComponent(room)}`}>
          I have an account
        </Link>
      </p>
    </Split>
  );
}

function Beside({ link: { lab, session } }: { link: OpenedGuestLink }) {
  const startsAt = session.startsAt.getTime();
  return (
    <aside className="guest-beside" aria-label="What a guest can do">
      <div className="mb-10">
        {session.status === 'scheduled' ? (
          <>
            <Countdown to={startsAt} />
            <p className="meta text-3 mt-2">
              until <LocalTime at={startsAt} form="time" zone={lab.timeZone} />
            </p>
          </>
        ) : (
          <Live>live now</Live>
        )}
      </div>
      <h2>A guest can</h2>
      <ul>
        {CAN.map((words) => (
          <li key={words}>
            <Icon as={Check} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
      <h2 className="mt-9">A guest can’t</h2>
      <ul>
        {CANNOT.map((words) => (
          <li key={words} className="soft">
            <Icon as={Minus} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Closed({ link, why }: { link: OpenedGuestLink; why: string }) {
  return (
    <ClosedLink>
      {why} It led to session {link.session.number} of {link.lab.name}. Ask {link.host} for another.
    </ClosedLink>
  );
}
