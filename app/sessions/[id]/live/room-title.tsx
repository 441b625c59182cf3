'use client';

import { useEffect } from 'react';
import type { RoomView } from './connection/room-view';
import { useRoom } from './connection/use-room';
import { useMeeting } from './meeting';
import { nameOf, seatOf, turnOf } from './select';
import { PHASE_NAMES } from './turn/phases';

function whatIsOn(view: RoomView): string {
  const turn = turnOf(view);
  const status = view.state?.status;
  if (turn) {
    const paused = turn.endsAt === undefined ? ', paused' : '';
    return `${PHASE_NAMES[turn.phase]}${paused}: ${nameOf(view, seatOf(view) ?? '')}`;
  }
  if (status === 'scheduled') return 'Lobby';
  if (status === 'closing') return 'Closing round';
  return status === 'live' ? 'Live' : 'Session';
}

/** The page's title says who is on the hot seat, and the phase. */
export function RoomTitle() {
  const { lab } = useMeeting();
  const on = useRoom(whatIsOn);
  useEffect(() => {
    document.title = `${on} · ${lab.name}`;
  }, [on, lab.name]);
  return null;
}
