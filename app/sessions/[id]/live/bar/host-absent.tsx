'use client';

import { useState } from 'react';
import { UserX } from 'lucide-react';
import { TAKE_OVER_MS } from '@/domain/permissions';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';
import { hostIsHere, may, meOf, nameOf } from '../select';
import { useDoing, useSend, useSession } from '../use-session';
import { useAfter } from './use-after';

const SHOWN_AFTER_MS = 4000;

function absent(view: RoomView): boolean {
  const status = view.state?.status;
  return view.link === 'here' && (status === 'live' || status === 'closing') && !hostIsHere(view);
}

/** That no host is here, and for a rep, after three minutes, the offer to run the meeting until one returns. */
export function HostAbsent() {
  const isAbsent = useRoom(absent);
  return isAbsent ? <Absent /> : null;
}

function Absent() {
  const standIn = useSession((state) => state.standIn);
  const me = useRoom(meOf);
  const standInName = useRoom((view) => (standIn ? nameOf(view, standIn) : ''));
  const mayTake = useRoom((view) => may(view, 'host.take_over'));
  const shown = useAfter(SHOWN_AFTER_MS);
  const offered = useOffered();
  const pending = useDoing('host.take_over');
  const send = useSend();
  if (!shown) return null;
  if (standIn) {
    return (
      <Notice icon={UserX}>
        {standIn === me
          ? 'You run the meeting until a host returns. You read what the room reads.'
          : `No host is here. ${standInName} runs the meeting until one returns.`}
      </Notice>
    );
  }
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

/** Whether the offer is due. Who comes into a room without a host has it at once: the server knows since when. */
function useOffered(): boolean {
  const [atOnce] = useState(() => performance.now() - pageOpened < SHOWN_AFTER_MS);
  return useAfter(TAKE_OVER_MS) || atOnce;
}

const pageOpened = typeof performance === 'undefined' ? 0 : performance.now();
