'use client';

import { useEffect } from 'react';
import type { RoomView } from './connection/room-view';
import { useRoom } from './connection/use-room';
import { onSeat, turnOf } from './select';

/** The spark grows while a turn runs; on one's own hot seat the whole icon is ember. */
function iconFor(view: RoomView): string | null {
  if (!turnOf(view)) return null;
  return onSeat(view) ? '/icon-your-turn.svg' : '/icon-turn.svg';
}

/** The page's icon says that a turn runs, and whether one is on the hot seat oneself. */
export function RoomIcon() {
  const icon = useRoom(iconFor);
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
