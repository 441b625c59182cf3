import type { GuestLinkState, ListedGuestLink } from '@/db/guests';
import { LocalTime } from '@/ui/time';
import { EmptyState } from '@/ui/words';
import { EndGuestLink } from './end-guest-link';

const CLOSED: Record<Exclude<GuestLinkState, 'open'>, string> = {
  revoked: 'ended by a host',
  over: 'over',
  expired: 'past its end',
  used_up: 'used up',
  archived: 'waits until the lab is back',
};

interface GuestLinksProps {
  slug: string;
  zone: string;
  links: ListedGuestLink[];
}

/** The links by which guests listen in, with those who came; ending one sends its guests out at once. */
export function GuestLinks({ slug, zone, links }: GuestLinksProps) {
  if (links.length === 0)
    return <EmptyState>No guests are asked in. A link lets somebody listen to one session.</EmptyState>;
  return (
    <ol className="list">
      {links.map(({ id, session, madeBy, expiresAt, maxUses, state, guests }) => (
        <li key={id} className="row between wrap py-3">
          <div className="grow">
            <b className={state === 'revoked' ? 'soft' : undefined}>
              Session {session.number}, <LocalTime at={session.startsAt.getTime()} form="date" zone={zone} />
            </b>
            <p className="meta num">
              {guests.length} of {maxUses} came{guests.length > 0 && `: ${guests.join(', ')}`} ·{' '}
              {state === 'open' ? 'ends' : 'until'} <LocalTime at={expiresAt.getTime()} form="date" zone={zone} /> ·
              made by {madeBy}
            </p>
          </div>
          {state === 'revoked' ? (
            <span className="meta">{CLOSED.revoked}</span>
          ) : (
            <span className="row">
              {state !== 'open' && <span className="meta">{CLOSED[state]}</span>}
              <EndGuestLink slug={slug} id={id} number={session.number} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
