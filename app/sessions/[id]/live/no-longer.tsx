import type { GoneGuest } from '@/db/guests';
import { ClosedLink } from '@/app/(public)/shut-link';

/** What a guest finds who comes back when their link has ended. */
export function NoLonger({ guest: { revoked, number, labName, host } }: { guest: GoneGuest }) {
  return (
    <ClosedLink>
      {revoked ? 'A host has ended it.' : 'The session is over, and the link ended with it.'} It led to session {number}{' '}
      of {labName}. {revoked ? `Ask ${host} for another.` : `Ask ${host} what came of it.`}
    </ClosedLink>
  );
}
