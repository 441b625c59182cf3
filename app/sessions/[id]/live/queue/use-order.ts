'use client';

import { useState } from 'react';
import { placed } from '@/domain/session/fold-queue';
import type { Id } from '@/domain/session/state';
import { useSend, useSession } from '../use-session';
import { landing } from './landing';
import { placeIn } from './places';

/**
 * The queue's order as a host sets it. While something is held nothing moves: what others change is drawn at the drop.
 * What was dropped stays until the room says so.
 */
export function useOrder() {
  const queue = useSession((state) => state.queue);
  const [held, setHeld] = useState<readonly Id[] | null>(null);
  const [dropped, setDropped] = useState<{ from: readonly Id[]; order: readonly Id[] } | null>(null);
  const send = useSend();
  const settled = dropped?.from === queue ? dropped.order : queue;
  const order = held ?? settled;

  const landsAt = (scenarioId: Id, to: number) => landing(settled, placed(order, scenarioId, to), scenarioId);
  const move = async (scenarioId: Id, to: number) => {
    const place = landsAt(scenarioId, to);
    if (place === undefined) return;
    setDropped({ from: queue, order: placed(settled, scenarioId, place) });
    if (await send('queue.move', { scenarioId, to: place })) setDropped(null);
  };
  return {
    order,
    move,
    /** Where a deal goes that is put down over another, in the room's own order and words; undefined: it waits no more. */
    putDownAt: (id: Id, over: Id) => {
      const place = (id === over ? undefined : landsAt(id, order.indexOf(over))) ?? settled.indexOf(id);
      return place < 0 ? undefined : placeIn(settled, place);
    },
    lift: () => setHeld(settled),
    letGo: () => setHeld(null),
  };
}
