'use client';

import { useState } from 'react';
import { ArrowDown, ArrowUp, Armchair, CalendarClock, Check, Ellipsis, Plus } from 'lucide-react';
import type { Scenario } from '@/domain/session/state';
import { useAnnounce } from '@/ui/announcer';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Menu, MenuItem, MenuRule } from '@/ui/menu';
import { useRoom } from '../connection/use-room';
import { meOf } from '../select';
import { useHeld, useSend, useSession } from '../use-session';
import { SeatDialog } from './seat-it';
import { isNowAt } from './places';

/** What a host can do with a waiting deal: seat, move, put off. */
export function HostMenu({ scenario, at, last }: { scenario: Scenario; at: number; last: boolean }) {
  const [asking, setAsking] = useState(false);
  const held = useHeld();
  const seconded = useRoom((view) => scenario.seconds.includes(meOf(view) ?? ''));
  const queue = useSession((state) => state.queue);
  const send = useSend();
  const announce = useAnnounce();
  const { id: scenarioId } = scenario;
  const move = async (to: number) => {
    if (!(await send('queue.move', { scenarioId, to }))) announce(isNowAt(scenario.title, queue, to));
  };
  return (
    <>
      <Menu
        trigger={
          <Button size="sm" variant="plain" square reason={held} aria-label={`More for ${scenario.title}`}>
            <Icon as={Ellipsis} />
          </Button>
        }
      >
        <MenuItem onSelect={() => setAsking(true)}>
          <Icon as={Armchair} />
          Seat now
        </MenuItem>
        {at > 0 && (
          <MenuItem onSelect={() => void move(at - 1)}>
            <Icon as={ArrowUp} />
            Move up
          </MenuItem>
        )}
        {!last && (
          <MenuItem onSelect={() => void move(at + 1)}>
            <Icon as={ArrowDown} />
            Move down
          </MenuItem>
        )}
        <MenuItem onSelect={() => void send('scenario.second', { scenarioId, on: !seconded })}>
          <Icon as={seconded ? Check : Plus} />
          {seconded ? 'Take back your second' : 'Second it'}
        </MenuItem>
        <MenuRule />
        <MenuItem onSelect={() => void send('scenario.defer', { scenarioId })}>
          <Icon as={CalendarClock} />
          Put off: the rep isn’t here
        </MenuItem>
      </Menu>
      <SeatDialog scenario={scenario} open={asking} onOpenChange={setAsking} />
    </>
  );
}
