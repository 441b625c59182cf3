'use client';

import { TopBar } from '@/ui/top-bar';
import { useMeeting } from '../meeting';
import { useRoom } from '../connection/use-room';
import { isHost } from '../select';
import { useSession } from '../use-session';
import { CallButton } from './call-button';
import { EndSession } from './end-session';
import { Hosts } from './hosts';
import { LiveFor } from './live-for';
import { Presence } from './presence';
import { RoomMenu } from './room-menu';
import { ShortcutsButton } from './shortcuts';
import { SoundButton } from './sound';

/** The bar of the room: where one is, how long it runs, who is here. */
export function RoomBar() {
  const { lab, number, guest } = useMeeting();
  const host = useRoom(isHost);
  const runs = useSession((state) => state.status === 'live' || state.status === 'closing');
  return (
    <TopBar
      home={guest ? null : `/labs/${lab.slug}`}
      lab={{ name: lab.name, ...(guest ? {} : { href: `/labs/${lab.slug}` }) }}
      beside={
        <>
          <span className="meta num -ml-2">Session {number}</span>
          <LiveFor />
        </>
      }
    >
      <Hosts />
      <span className="hide row gap-s4">
        <Presence />
        <CallButton />
        <SoundButton />
        <ShortcutsButton />
        {host && runs && <EndSession />}
      </span>
      <span className="-mr-3 flex items-center md:hidden">
        <CallButton />
        <RoomMenu />
      </span>
    </TopBar>
  );
}
