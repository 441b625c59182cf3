import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pledgeFirst } from '@/app/pledged';
import { face } from '@/server/face';
import { NeedsScripts } from '@/ui/needs-scripts';
import { goneGuestOf, roomPlaceFor } from '../place';
import { insteadOfRoom, meetingFacts } from './meeting-facts';
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
  const here = await roomPlaceFor(id);
  if (!here.place.pledged) pledgeFirst(here.place.lab.slug, `/sessions/${id}/live`);
  const instead = insteadOfRoom(here);
  if (instead) redirect(instead);
  const meeting = await meetingFacts(here);
  return (
    <>
      <NeedsScripts>
        The room is live: it needs a browser with scripts switched on. The recap works without.
      </NeedsScripts>
      <Room meeting={meeting} version={face().version} />
    </>
  );
}
