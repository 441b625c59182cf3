import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { placeFor } from './place';

interface SessionPageProps {
  params: Promise<{ id: string }>;
}

/** No title of its own, but that of a page that isn't there. */
export async function generateMetadata({ params }: SessionPageProps): Promise<Metadata> {
  await placeFor((await params).id);
  return {};
}

/** A session's own address: its room until it has ended, its recap from then on. */
export default async function SessionPage({ params }: SessionPageProps) {
  const { place } = await placeFor((await params).id);
  const over = place.status === 'ended' || place.status === 'cancelled';
  redirect(`/sessions/${place.id}/${over ? 'recap' : 'live'}`);
}
