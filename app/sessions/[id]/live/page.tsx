import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pledgeFirst } from '@/app/pledged';
import { lobbyFacts, lobbyFactsForGuest } from '@/db/lobby';
import { face } from '@/server/face';
import { NeedsScripts } from '@/ui/needs-scripts';
import { goneGuestOf, roomPlaceFor } from '../place';
import { NoLonger } from './no-longer';
import { Room } from './room';

interface LivePageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: LivePageProps): Promise<Metadata> {
  const { id } = await params;
  if (await goneGuestOf(id)) return { title: 'Listening in', robots: { index: false } };
  const { place } = await roomPlaceFor(id);
  return { title: { absolute: `Session ${place.number} · ${place.lab.name}` } };
}

/** The live room, for its lab and its guests. One who has not agreed to the pledge does that first; a session that is over has its recap. */
export default async function LivePage({ params }: LivePageProps) {
  const { id } = await params;
  const gone = await goneGuestOf(id);
  if (gone) return <NoLonger guest={gone} />;
  const { person, place, guest } = await roomPlaceFor(id);
  const { id: sessionId, lab, number, startsAt, callUrl, status } = place;
  if (!place.pledged) pledgeFirst(lab.slug, `/sessions/${sessionId}/live`);
  if (lab.archivedAt && status !== 'ended' && !guest) redirect(`/labs/${lab.slug}`);
  if (status === 'ended' && !guest) redirect(`/sessions/${sessionId}/recap`);
  const meeting = {
    sessionId,
    lab: { name: lab.name, slug: lab.slug },
    number,
    startsAt,
    callUrl,
    status,
    userId: person.id,
    guest,
    lobby: await (guest ? lobbyFactsForGuest : lobbyFacts)(lab.id, sessionId),
  };
  return (
    <>
      <NeedsScripts>
        The room is live: it needs a browser with scripts switched on. The recap works without.
      </NeedsScripts>
      <Room meeting={meeting} version={face().version} />
    </>
  );
}
