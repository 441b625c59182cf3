'use client';

import { useEffect, useState, type ComponentType } from 'react';
import { lazyPart, useFetchAhead } from '@/ui/later';
import { ConnectionStrip } from './bar/connection-strip';
import { RoomBar } from './bar/room-bar';
import { SeatAbsent } from './bar/seat-absent';
import { YouAreNext } from './bar/you-are-next';
import type { RoomView } from './connection/room-view';
import { useConnection, useRoom } from './connection/use-room';
import { Fetching, Joining } from './joining';
import { useMeeting } from './meeting';
import { MyNotes } from './notes/my-notes';
import { deciding, hostIsHere } from './select';
import { RoomTitle } from './room-title';
import { useAnnouncements } from './use-announcements';

// Each is fetched when the session is there, and all of them once the browser is idle.
const Lobby = lazyPart(() => import('./lobby/lobby').then((module) => module.Lobby), Fetching);
const RollCall = lazyPart(() => import('./roll-call/roll-call').then((module) => module.RollCall), Fetching);
const Turn = lazyPart(() => import('./turn/turn-screen').then((module) => module.TurnScreen), Fetching);
const Between = lazyPart(() => import('./between/between').then((module) => module.Between), Fetching);
const Closing = lazyPart(() => import('./closing/closing').then((module) => module.Closing), Fetching);
const Ended = lazyPart(() => import('./ended').then((module) => module.Ended), Fetching);
const Cancelled = lazyPart(() => import('./ended').then((module) => module.Cancelled), Fetching);
const Shut = lazyPart(() => import('./bar/shut').then((module) => module.Shut), Fetching);

const HostAbsent = lazyPart(() => import('./bar/host-absent').then((module) => module.HostAbsent), undefined, {
  patient: true,
});
const Unseen = lazyPart(() => import('./unseen').then((module) => module.Unseen), undefined, { patient: true });

type Screen = 'joining' | 'lobby' | 'roll-call' | 'turn' | 'between' | 'closing' | 'ended' | 'cancelled';

/** Which screen the session's state asks for. */
function screenOf({ state }: RoomView): Screen {
  if (!state) return 'joining';
  const { status, turn, turns, floor, rollCall } = state;
  if (status === 'scheduled') return 'lobby';
  if (status !== 'live') return status;
  if (turn) return 'turn';
  if (floor.open) return 'closing';
  return turns.length === 0 && rollCall.length > 0 ? 'roll-call' : 'between';
}

const SCREENS: Record<Screen, ComponentType> = {
  joining: Joining,
  lobby: Lobby,
  'roll-call': RollCall,
  turn: Turn,
  between: Between,
  closing: Closing,
  ended: Ended,
  cancelled: Cancelled,
};

/** The whole room: the bar, what is wrong with the connection, and the screen of the moment. */
export function RoomScreen() {
  const screen = useRoom(screenOf);
  const decides = useRoom(deciding);
  const shutBy = useRoom((view) => (view.link === 'shut' ? view.shutBy : undefined));
  const here = useRoom((view) => view.link === 'here');
  const { status } = useMeeting();
  useEffect(() => {
    // While the room is being joined, not after it.
    if (status === 'scheduled') void Lobby.fetch();
    if (status === 'live') void Turn.fetch();
  }, [status]);
  const unhosted = useRoom((view) => view.link === 'here' && !hostIsHere(view));
  useEffect(() => {
    if (unhosted) void HostAbsent.fetch();
  }, [unhosted]);
  useAnnouncements();
  useFetchAhead(here, Unseen);
  if (shutBy) return <Shut code={shutBy} />;
  const Screen = SCREENS[screen];
  const joining = screen === 'joining';
  // On a phone a turn has no bar; most who join a live session come into one, and nothing should move then.
  const barless = joining ? status === 'live' : screen === 'turn' && !decides;
  return (
    <div className="room-screen">
      <RoomTitle />
      {!joining && <Entered />}
      <div className={barless ? 'flex-none max-md:hidden' : 'flex-none'}>
        <RoomBar />
      </div>
      <ConnectionStrip />
      <HostAbsent />
      <SeatAbsent />
      <YouAreNext />
      <main key={joining ? 'joining' : 'room'} id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col">
        <Screen />
      </main>
      {/* In a turn they stand beside the stream. */}
      {!joining && screen !== 'turn' && <MyNotes />}
    </div>
  );
}

/** What comes later is told how the room was when it was entered. */
function Entered() {
  const [since] = useState(useConnection().view);
  return <Unseen since={since} />;
}
