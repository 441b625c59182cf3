import type { InvitationState, ListedInvitation } from '@/db/invitations';
import { LocalTime } from '@/ui/time';
import { EmptyState } from '@/ui/words';
import { EndInvitation } from './end-invitation';
import { LinkAnew } from './link-anew';

const CLOSED: Record<Exclude<InvitationState, 'open'>, string> = {
  archived: 'rests',
  revoked: 'ended by a host',
  expired: 'past its end',
  used_up: 'used up',
};

interface InvitationListProps {
  slug: string;
  zone: string;
  invitations: ListedInvitation[];
}

/** Every link that was made, with what is left of it; never the link itself, but one's own can be made anew. */
export function InvitationList({ slug, zone, invitations }: InvitationListProps) {
  if (invitations.length === 0) return <EmptyState>No links yet. Make one, and send it to a colleague.</EmptyState>;
  return (
    <ol className="list">
      {invitations.map((link) => (
        <li key={link.id} className="row between wrap py-3">
          <div className="grow">
            <b className={link.state === 'open' ? undefined : 'soft'}>
              {link.email ? `${link.email}, as ${link.role}` : `As ${link.role}`}
            </b>
            <p className="meta num">
              {link.email ? (link.uses > 0 ? 'used' : 'not used yet') : `${link.uses} of ${link.maxUses} used`} ·{' '}
              {link.state === 'open' ? 'ends' : 'until'}{' '}
              <LocalTime at={link.expiresAt.getTime()} form="date" zone={zone} /> · made by {link.madeBy}
            </p>
          </div>
          {link.state === 'open' ? (
            <div className="row wrap">
              {link.email && <LinkAnew slug={slug} id={link.id} of={link.email} />}
              <EndInvitation slug={slug} id={link.id} of={link.email ? `of ${link.email}` : `as ${link.role}`} />
            </div>
          ) : (
            <span className="meta">{CLOSED[link.state]}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
