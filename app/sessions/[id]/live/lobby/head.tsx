'use client';

import { useState } from 'react';
import { Plus } from 'lucide-react';
import { CallIcon, CallLink } from '@/app/call-link';
import { buttonClass, LinkButton } from '@/ui/button';
import { Countdown } from '@/ui/countdown';
import { Icon } from '@/ui/icon';
import { LocalTime } from '@/ui/time';
import { useTicks } from '@/ui/use-ticks';
import { useRoom } from '../connection/use-room';
import { useMeeting } from '../meeting';
import { may, sessionOf } from '../select';
import { useServerOffset } from '../use-session';
import { StartSession } from './start';
import { headline, hostsLine } from './words';

/** How many are here, how long until the start, and what to do until then. */
export function LobbyHead() {
  const { lab, callUrl, lobby } = useMeeting();
  const title = useRoom(headline);
  const hosts = useRoom((view) => hostsLine(view, hostIdsOf(lobby.members)));
  const mayStart = useRoom((view) => may(view, 'session.start'));
  const mayBring = useRoom((view) => may(view, 'scenario.submit', { owner: view.you?.id ?? '' }));
  const none = useRoom((view) => sessionOf(view).queue.length === 0);
  return (
    <header className="page-head pb-[34px]">
      <div>
        <p className="meta text-3">{hosts}</p>
        <h1 className="mt-2 mb-5 text-[2.5rem] lg:text-[3.5rem]">{title}</h1>
        <div className="row wrap">
          {mayStart && (
            <span className="hidden lg:inline-flex">
              <StartSession />
            </span>
          )}
          {callUrl && (
            <CallLink url={callUrl} className={buttonClass({})}>
              <CallIcon url={callUrl} />
              Open the call
            </CallLink>
          )}
          {mayBring && (
            <LinkButton href={`/labs/${lab.slug}/bring`} variant={none && !mayStart ? 'ink' : 'outline'}>
              <Icon as={Plus} />
              Bring a deal
            </LinkButton>
          )}
          <span className="meta">
            {mayStart ? 'Starting early is fine. Nothing starts by itself.' : 'A host starts it, early or late.'}
          </span>
        </div>
      </div>
      <UntilStart />
    </header>
  );
}

function hostIdsOf(members: readonly { id: string; role: string }[]): string[] {
  return members.filter(({ role }) => role === 'host').map(({ id }) => id);
}

/** The countdown, which starts nothing. */
function UntilStart() {
  const { startsAt, lobby } = useMeeting();
  const offsetMs = useServerOffset();
  const to = Date.parse(startsAt);
  const [due, setDue] = useState(false);
  useTicks({ endsAt: to, offsetMs, running: true }, (left) => setDue(left <= 0));
  return (
    <div>
      <Countdown to={to} offsetMs={offsetMs} />
      <p className="meta mt-3 text-3">
        {due ? 'planned for' : 'until'} <LocalTime at={startsAt} form="time" zone={lobby.timeZone} />
      </p>
    </div>
  );
}
