import { notFound } from 'next/navigation';
import { cache } from 'react';
import { currentPerson, guestGoneHere, guestHere, signedIn } from '@/app/current-person';
import { sessionPlace, sessionPlaceForGuest, type SessionPlace } from '@/db/session-place';
import { isId } from '@/domain/people';

/** Who looks at a session, and where it belongs. Whoever isn't in its lab finds nothing here. */
export const placeFor = cache(async (sessionId: string) => {
  const person = await currentPerson();
  const place = await sessionPlace(person.id, sessionId);
  if (!place) notFound();
  return { person, place };
});

/** A guest of the session who comes back to it too late, and has no other place in it: why it doesn't open any more. */
export const goneGuestOf = cache(async (sessionId: string) => {
  const person = await signedIn();
  if (!isId(sessionId) || (person && (await sessionPlace(person.id, sessionId)))) return undefined;
  return guestGoneHere(sessionId);
});

/** Who comes to a session's room, what they are there, and whether as a guest: the room alone is theirs. */
export interface RoomPlace {
  person: { id: string; name: string };
  place: SessionPlace;
  guest: boolean;
}

/** A member or guest of the session, as they come to its room; undefined for anybody else. */
export const roomPlaceHere = cache(async (sessionId: string): Promise<RoomPlace | undefined> => {
  const person = await signedIn();
  const place = person && (await sessionPlace(person.id, sessionId));
  if (person && place) return { person, place, guest: false };
  const guest = isId(sessionId) ? await guestHere(sessionId) : undefined;
  const theirs = guest && (await sessionPlaceForGuest(sessionId));
  return guest && theirs ? { person: guest, place: theirs, guest: true } : undefined;
});

/** As `roomPlaceHere`; whoever isn't in the session's lab, nor its guest, finds nothing here. */
export async function roomPlaceFor(sessionId: string): Promise<RoomPlace> {
  return (await roomPlaceHere(sessionId)) ?? { ...(await placeFor(sessionId)), guest: false };
}
