import { DoorOpen, Plus } from 'lucide-react';
import { CallIcon, CallLink } from '@/app/call-link';
import type { UpcomingSession } from '@/db/lab-home';
import type { Membership } from '@/db/labs';
import { mayInLab } from '@/domain/lab-permissions';
import { listed } from '@/domain/listed';
import { LinkButton } from '@/ui/button';
import { Countdown } from '@/ui/countdown';
import { Icon } from '@/ui/icon';
import { Link } from '@/ui/link';
import { LocalTime } from '@/ui/time';
import { LocalPlace } from '@/ui/local-place';
import { Live } from '@/ui/words';

interface NextSessionProps {
  membership: Membership;
  session: UpcomingSession | undefined;
  hosts: string[];
}

/** When the lab meets next, and what one can do about it. */
export function NextSession({ membership, session, hosts }: NextSessionProps) {
  const { lab } = membership;
  const home = `/labs/${lab.slug}`;
  if (!session) return <NothingScheduled membership={membership} hosts={hosts} />;
  const { startsAt } = session;
  const under = session.status !== 'scheduled';
  const late = !under && startsAt <= serverNow();
  return (
    <section className="page-head">
      <div>
        <p className="meta text-3">
          Session {session.number}
          {hosts.length > 0 && `, hosted by ${listed(hosts)}`}
        </p>
        <h1 className="lab-when num">{under ? 'The room is live' : <LocalTime at={startsAt} zone={lab.timeZone} />}</h1>
        <div className="row wrap">
          {mayInLab(membership, 'scenario.bring') && (
            <LinkButton variant={under || late ? 'outline' : 'ink'} href={`${home}/bring`}>
              <Icon as={Plus} />
              Bring a deal
            </LinkButton>
          )}
          <LinkButton
            variant={under ? 'now' : late ? 'ink' : 'outline'}
            className={under || late ? '-order-1' : ''}
            href={`/sessions/${session.id}/live`}
          >
            <Icon as={DoorOpen} />
            {under ? 'Go to the room' : 'Go to the lobby'}
          </LinkButton>
          {under && <LinkButton href={`/sessions/${session.id}/recap`}>Recap so far</LinkButton>}
          {session.callUrl && (
            <CallLink url={session.callUrl} className="btn">
              <CallIcon url={session.callUrl} />
              Open the call
            </CallLink>
          )}
          <span className="meta num">
            {under ? (
              'Come in at any time.'
            ) : (
              <>
                {session.durationMinutes} minutes, <LocalPlace zone={lab.timeZone} /> time.
              </>
            )}
          </span>
        </div>
      </div>
      {under ? (
        <Live>live now</Live>
      ) : late ? (
        <p className="meta num text-3">
          Due since <LocalTime at={startsAt} form="time" zone={lab.timeZone} stop /> A host starts it.
        </p>
      ) : (
        <Countdown to={startsAt} form="blocks" />
      )}
    </section>
  );
}

function serverNow(): number {
  return Date.now();
}

function NothingScheduled({ membership, hosts }: Omit<NextSessionProps, 'session'>) {
  const { lab } = membership;
  const may = mayInLab(membership, 'session.schedule');
  return (
    <section className="page-head">
      <div>
        <p className="meta text-3">{hosts.length > 0 && `Hosted by ${listed(hosts)}`}</p>
        <h1 className="lab-when">{lab.archivedAt ? 'This lab is archived' : 'No session is scheduled'}</h1>
        {lab.archivedAt ? (
          <p className="soft">
            Since <LocalTime at={lab.archivedAt.getTime()} form="date" zone={lab.timeZone} stop /> What was said here
            stays, and can be read.{' '}
            {mayInLab(membership, 'lab.restore') && <Link href={`/labs/${lab.slug}/settings`}>Bring it back</Link>}
          </p>
        ) : may ? (
          <LinkButton variant="ink" href={`/labs/${lab.slug}/schedule`}>
            <Icon as={Plus} />
            Schedule a session
          </LinkButton>
        ) : (
          <p className="soft">A host schedules the next one. Deals can be brought once it stands.</p>
        )}
      </div>
    </section>
  );
}
