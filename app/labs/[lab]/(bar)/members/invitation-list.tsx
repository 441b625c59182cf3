import type { InvitationState, ListedInvitation } from '@/db/invitations';
import { LocalTime } from '@/ui/time';
import { EmptyState } from '@/ui/words';
import { EndInvitation } from './end-invitation';

const CLOSED: Record<Exclude<InvitationState, 'open'>, string> = {
  revoked: 'ended by a host',
  expired: 'past its end',
  used_up: 'used up',
};

interface InvitationListProps {
  slug: string;
  zone: string;
  invitations: ListedInvitation[];
}

/** Every link that was made, with what is left of it; never the link itself. */
export function InvitationList({ slug, zone, invitations }: InvitationListProps) {
  if (invitations.length === 0) return <EmptyState>No links yet. Make one, and send it to a colleague.</EmptyState>;
  return (
    <ol className="list">
      {invitations.map((link) => (
        <li key={link.id} className="row between wrap py-3">
          <div className="grow">
            <b className={link.state === 'open' ? undefined : 'soft'}>As {link.role}</b>
            <p className="meta num">
              {link.uses} of {link.maxUses} used · {link.state === 'open' ? 'ends' : 'until'}{' '}
              <LocalTime at={link.expiresAt.getTime()} form="date" zone={zone} /> · made by {link.madeBy}
            </p>
          </div>
          {link.state === 'open' ? (
            <EndInvitation slug={slug} id={link.id} role={link.role} />
          ) : (
            <span className="meta">{CLOSED[link.state]}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
