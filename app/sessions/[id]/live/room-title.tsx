'use client';

import { useEffect } from 'react';
import type { SessionStatus } from '@/domain/vocabulary';
import type { RoomView } from './connection/room-view';
import { useRoom } from './connection/use-room';
import { useMeeting } from './meeting';
import { meOf, nameOf, seatOf, turnOf } from './select';
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

function onSeat(view: RoomView): boolean {
  return turnOf(view) !== undefined && seatOf(view) === meOf(view);
}

/** The spark grows while a turn runs; on one's own hot seat the whole icon is ember. */
function iconFor(view: RoomView): string | null {
  if (!turnOf(view)) return null;
  return onSeat(view) ? '/icon-your-turn.svg' : '/icon-turn.svg';
}

/** The page's title says who is on the hot seat, and the phase; its icon, whether one is on it oneself. */
export function RoomTitle() {
  const { lab } = useMeeting();
  const on = useRoom(whatIsOn);
  const icon = useRoom(iconFor);
  useEffect(() => {
    document.title = `${on} · ${lab.name}`;
  }, [on, lab.name]);
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!icon || !link) return;
    const { href } = link;
    link.href = icon;
    return () => {
      link.href = href;
    };
  }, [icon]);
  return null;
}
