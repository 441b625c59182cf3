'use client';

import { useEffect } from 'react';
import type { Goodbye, HandshakeRefusal } from '@/domain/wire';
import { LinkButton } from '@/ui/button';
import { Mark } from '@/ui/mark';
import { useMeeting, type Meeting } from '../meeting';
import { useArrival } from '../use-arrival';

type Code = HandshakeRefusal | Goodbye;

interface Way {
  says: string;
  detail?: string;
  link?: (meeting: Meeting) => { href: string; label: string };
}

const toLab = ({ lab }: Meeting) => ({ href: `/labs/${lab.slug}`, label: `Back to ${lab.name}` });
const signIn: Way = {
  says: 'You are signed out.',
  detail: 'Sign in again to come back. What you were writing is kept on this device.',
  link: ({ sessionId }) => ({ href: `/sign-in?next=/sessions/${sessionId}/live`, label: 'Sign in' }),
};
const notHere: Way = {
  says: 'This session is not there, or not yours to see.',
  link: () => ({ href: '/', label: 'Home' }),
};

const WAYS: Partial<Record<Code, Way>> = {
  removed: {
    says: 'A host has removed you from this session.',
    detail: 'If that was a mistake, ask them.',
    link: toLab,
  },
  removed_from_lab: {
    says: 'You are not in this lab any more.',
    detail: 'A host has removed you from it, or you left it yourself. If that was a mistake, ask a host.',
    link: () => ({ href: '/labs', label: 'Your labs' }),
  },
  signed_out: signIn,
  unauthenticated: signIn,
  not_found: notHere,
  not_a_member: { says: 'You are not a member of this lab.', link: toLab },
  archived: {
    says: 'This lab is archived.',
    detail: 'Its sessions rest, and what was said in them can be read. A host can bring the lab back.',
    link: toLab,
  },
  pledge_required: {
    says: 'One thing first: the pledge.',
    link: ({ lab, sessionId }) => ({
      href: `/labs/${lab.slug}/pledge?next=/sessions/${sessionId}/live`,
      label: 'Read it',
    }),
  },
};

/** A guest has nowhere else to be. */
const GUEST_WAY: Way = {
  says: 'You are no longer listening in.',
  detail: 'The session is over, or a host has ended your link. Ask them if that was a mistake.',
};

/** Why the room will not have this person back, and where to go. */
export function Shut({ code }: { code: Code }) {
  const meeting = useMeeting();
  const way = meeting.guest ? GUEST_WAY : (WAYS[code] ?? notHere);
  const link = way.link?.(meeting);
  useArrival();
  useEffect(() => {
    document.title = `${way.says.replace(/\.$/, '')} · Whetstone`;
  }, [way.says]);
  return (
    <>
      <header className="bar">
        <Mark {...(meeting.guest ? {} : { href: '/' })} />
      </header>
      <main id="main" tabIndex={-1} className="page narrow">
        <h1 className="text-7">{way.says}</h1>
        {way.detail && <p className="meta mt-2 text-3">{way.detail}</p>}
        {link && (
          <p className="mt-6">
            <LinkButton href={link.href} variant="ink">
              {link.label}
            </LinkButton>
          </p>
        )}
      </main>
    </>
  );
}
