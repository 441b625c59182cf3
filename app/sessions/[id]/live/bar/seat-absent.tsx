'use client';

import { useState } from 'react';
import { UserX } from 'lucide-react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';
import { firstNameOf, isHost, seatOf } from '../select';
import { TurnAsk } from '../turn/turn-actions';
import { useAfter } from './use-after';

const SHOWN_AFTER_MS = 6000;

/** Whose seat is empty, for a host. */
function absentSeat(view: RoomView): string {
  const seat = seatOf(view);
  const empty = view.link === 'here' && isHost(view) && seat !== undefined && !view.present.has(seat);
  return empty ? firstNameOf(view, seat) : '';
}

/** Tells a host that whoever should sit there isn't here, and offers to put the deal off. */
export function SeatAbsent() {
  const name = useRoom(absentSeat);
  return name ? <Absent key={name} name={name} /> : null;
}

function Absent({ name }: { name: string }) {
  const [asked, setAsked] = useState(false);
  const shown = useAfter(SHOWN_AFTER_MS);
  if (!shown) return null;
  return (
    <Notice
      icon={UserX}
      action={
        <Button size="sm" onClick={() => setAsked(true)}>
          Put it off
        </Button>
      }
    >
      {name} has the hot seat and isn’t here.
      <TurnAsk asked={asked ? 'defer' : null} onClose={() => setAsked(false)} />
    </Notice>
  );
}
