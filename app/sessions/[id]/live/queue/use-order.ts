'use client';

import { useState } from 'react';
import { placed } from '@/domain/session/fold-queue';
import type { Id } from '@/domain/session/state';
import { useSend, useSession } from '../use-session';
import { landing } from './landing';

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

  const move = async (scenarioId: Id, to: number) => {
    const place = landing(settled, placed(order, scenarioId, to), scenarioId);
    if (place === undefined) return;
    setDropped({ from: queue, order: placed(settled, scenarioId, place) });
    if (await send('queue.move', { scenarioId, to: place })) setDropped(null);
  };
  return {
    order,
    move,
    lift: () => setHeld(settled),
    letGo: () => setHeld(null),
  };
}
