'use client';

import { ArrowLeft } from 'lucide-react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { EndSession } from '../bar/end-session';
import { byKey } from '../bar/shortcut-table';
import { useRoom } from '../connection/use-room';
import { isHost } from '../select';
import { useDoing, useHeld, useSend, useSession } from '../use-session';
import { StageFoot } from './stage';

/** For hosts: back to the deals, or the end. */
export function ClosingFoot() {
  const host = useRoom(isHost);
  const closing = useSession((state) => state.status === 'closing');
  const waiting = useSession((state) => state.queue.length);
  const send = useSend();
  const held = useHeld();
  const going = useDoing('session.reopen');
  if (!host) return null;
  const backToDeals = async () => {
    if (await send('floor.close', {})) return;
    if (closing) await send('session.reopen', {});
  };
  return (
    <StageFoot>
      <Button size="sm" {...byKey('back')} reason={held} pending={going} onClick={() => void backToDeals()}>
        <Icon as={ArrowLeft} />
        Back to the deals
      </Button>
      <span className="grow" />
      <span className="meta num hidden md:inline">
        {waiting > 0 ? `${waiting} waiting, carried over at the end` : ''}
      </span>
      <EndSession variant="now" />
    </StageFoot>
  );
}
