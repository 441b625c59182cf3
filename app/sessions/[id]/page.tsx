import { notFound, redirect } from 'next/navigation';
import { currentPerson } from '@/app/current-person';
import { sessionPlace } from '@/db/session-place';

interface SessionPageProps {
  params: Promise<{ id: string }>;
}

/** A session's own address: its room until it has ended, its recap from then on. */
export default async function SessionPage({ params }: SessionPageProps) {
  const person = await currentPerson();
  const place = await sessionPlace(person.id, (await params).id);
  if (!place) notFound();
  const over = place.status === 'ended' || place.status === 'cancelled';
  redirect(`/sessions/${place.id}/${over ? 'recap' : 'live'}`);
}
