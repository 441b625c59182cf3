import { notFound } from 'next/navigation';
import { cache } from 'react';
import { currentPerson, guestGoneHere, guestHere, signedIn } from '@/app/current-person';
import { sessionPlace, sessionPlaceForGuest } from '@/db/session-place';
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

/** As `placeFor`, and for the session's guests too: its room alone is theirs. */
export const roomPlaceFor = cache(async (sessionId: string) => {
  const person = await signedIn();
  const place = person && (await sessionPlace(person.id, sessionId));
  if (person && place) return { person, place, guest: false };
  const guest = isId(sessionId) ? await guestHere(sessionId) : undefined;
  const theirs = guest && (await sessionPlaceForGuest(sessionId));
  if (guest && theirs) return { person: guest, place: theirs, guest: true };
  return { ...(await placeFor(sessionId)), guest: false };
});
