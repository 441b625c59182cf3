'use client';

import { useState } from 'react';
import { UserX } from 'lucide-react';
import { TAKE_OVER_MS } from '@/domain/permissions';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { RoomView } from '../connection/room-view';
import { useConnection, useRoom } from '../connection/use-room';
import { hostIsHere, isLed, may, meOf, nameOf } from '../select';
import { useDoing, useSend, useSession } from '../use-session';
import { useAfter, useReached } from './use-after';

const SHOWN_AFTER_MS = 4000;
/** The server writes down who left a moment after it tells; asked too early it would still say no. */
const SETTLED_MS = 1500;

type Absence = 'none' | 'stood-in' | 'unled';

function absence(view: RoomView): Absence {
  const status = view.state?.status;
  if (view.link !== 'here' || (status !== 'live' && status !== 'closing') || hostIsHere(view)) return 'none';
  return isLed(view) ? 'stood-in' : 'unled';
}

/** That no host is here, and for a rep, after three minutes, the offer to run the meeting until one returns. */
export function HostAbsent() {
  const how = useRoom(absence);
  if (how === 'none') return null;
  return how === 'stood-in' ? <StoodIn /> : <Unled />;
}

function StoodIn() {
  const standIn = useSession((state) => state.standIn);
  const me = useRoom(meOf);
  const name = useRoom((view) => (standIn ? nameOf(view, standIn) : ''));
  return (
    <Notice icon={UserX}>
      {standIn === me
        ? 'You run the meeting until a host returns. You read what the room reads.'
        : `No host is here. ${name} runs the meeting until one returns.`}
    </Notice>
  );
}

function Unled() {
  const { clock } = useConnection();
  // Who comes into a room without a host is told since when; who was here saw the last one go.
  const [seenAt] = useState(() => clock.now());
  const since = useRoom((view) => view.hostAwaySince) ?? seenAt;
  const shown = useAfter(SHOWN_AFTER_MS);
  const offered = useReached(since + TAKE_OVER_MS + SETTLED_MS);
  const mayTake = useRoom((view) => may(view, 'host.take_over'));
  const pending = useDoing('host.take_over');
  const send = useSend();
  if (!shown) return null;
  const take = mayTake && offered;
  return (
    <Notice
      tone="now"
      icon={UserX}
      action={
        take && (
          <Button size="sm" pending={pending} onClick={() => void send('host.take_over', {})}>
            Run the meeting
          </Button>
        )
      }
    >
      No host is here. The clock counts on
      {take
        ? '; you can run the meeting until one returns.'
        : mayTake
          ? '; after three minutes a rep can take over.'
          : '.'}
    </Notice>
  );
}
