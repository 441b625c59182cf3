import { lobbyFacts, lobbyFactsForGuest } from '@/db/lobby';
import type { RoomPlace } from '../place';
import type { Meeting, NewerMeeting } from './meeting';

/** Where the room isn't there for whoever may come to it: the lab, which is put away, or the recap of a session that is over. */
export function insteadOfRoom({ place: { id, lab, status }, guest }: RoomPlace): string | undefined {
  if (guest) return undefined;
  if (status === 'ended') return `/sessions/${id}/recap`;
  return lab.archivedAt ? `/labs/${lab.slug}` : undefined;
}

/** What the room's page knows, for whom it opens. */
export async function meetingFacts(here: RoomPlace): Promise<Meeting> {
  const { place, guest } = here;
  const lobby = await (guest ? lobbyFactsForGuest : lobbyFacts)(place.lab.id, place.id);
  return { ...factsOf(here), lobby };
}

/**
 * What a page that is there is told anew. Once the session has begun its lobby is shown no more, and not asked for; nor is it
 * told to who has yet to agree to a pledge that was changed while they sat there (W13a).
 */
export async function newerFacts(here: RoomPlace): Promise<NewerMeeting> {
  const { status, pledged } = here.place;
  return status === 'scheduled' && pledged ? meetingFacts(here) : factsOf(here);
}

function factsOf({ person, place, guest }: RoomPlace): Omit<Meeting, 'lobby'> {
  const { id: sessionId, lab, number, startsAt, callUrl, status } = place;
  return {
    sessionId,
    lab: { name: lab.name, slug: lab.slug },
    number,
    startsAt,
    callUrl,
    status,
    userId: person.id,
    guest,
  };
}
