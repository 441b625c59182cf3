import { notFound } from 'next/navigation';
import { cache } from 'react';
import { currentPerson } from '@/app/current-person';
import { sessionPlace } from '@/db/session-place';

/** Who looks at a session, and where it belongs. Whoever isn't in its lab finds nothing here. */
export const placeFor = cache(async (sessionId: string) => {
  const person = await currentPerson();
  const place = await sessionPlace(person.id, sessionId);
  if (!place) notFound();
  return { person, place };
});
