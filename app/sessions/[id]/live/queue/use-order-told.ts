'use client';

import { useEffect, useRef } from 'react';
import type { Id } from '@/domain/session/state';
import { useAnnounce } from '@/ui/announcer';
import { useConnection, useRoom } from '../connection/use-room';
import { isHost, meOf, nameOf } from '../select';

/** So long after the last move the order stands. */
const STANDS_MS = 3000;

/** Says to who runs the meeting that another has put the queue in another order: once, when it stands. */
export function useOrderTold(): void {
  const connection = useConnection();
  const announce = useAnnounce();
  const sorted = useRoom((view) => view.sorted);
  const other = useRef<Id | null>(null);
  useEffect(() => {
    if (!sorted) return;
    if (sorted.by !== meOf(connection.view)) other.current = sorted.by;
    const timer = setTimeout(() => {
      const { view } = connection;
      if (other.current && isHost(view)) announce(`${nameOf(view, other.current)} has put the queue in another order.`);
      other.current = null;
    }, STANDS_MS);
    return () => clearTimeout(timer);
  }, [sorted, connection, announce]);
}
