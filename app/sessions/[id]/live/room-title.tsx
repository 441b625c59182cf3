'use client';

import { useEffect } from 'react';
import type { SessionStatus } from '@/domain/vocabulary';
import type { RoomView } from './connection/room-view';
import { useRoom } from './connection/use-room';
import { useMeeting } from './meeting';
import { nameOf, onSeat, seatOf, turnOf } from './select';
import { PHASE_NAMES } from './turn/phases';

const STATUS_WORDS: Record<SessionStatus, string> = {
  scheduled: 'Lobby',
  live: 'Live',
  closing: 'Closing round',
  ended: 'Ended',
  cancelled: 'Cancelled',
};

function whatIsOn(view: RoomView): string {
  const turn = turnOf(view);
  const status = view.state?.status;
  if (turn) {
    const paused = turn.endsAt === undefined ? ', paused' : '';
    const phase = `${PHASE_NAMES[turn.phase]}${paused}`;
    return onSeat(view) ? `Your turn: ${phase}` : `${phase}: ${nameOf(view, seatOf(view) ?? '')}`;
  }
  return status ? STATUS_WORDS[status] : 'Session';
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
