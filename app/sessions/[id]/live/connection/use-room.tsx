'use client';

import { createContext, use, useSyncExternalStore } from 'react';
import type { Kept } from './kept';
import type { Subscribe } from './per-frame';
import type { RoomConnection } from './room-connection';
import { EMPTY_VIEW, type RoomView } from './room-view';

/** What the screens need of a connection; a past room, which is only looked at, has the same. */
export type RoomLink = Pick<RoomConnection, 'view' | 'send' | 'say' | 'drop' | 'typing' | 'turn'> & {
  clock: Pick<RoomConnection['clock'], 'now' | 'known'>;
};

/** A room, as everything that is drawn inside of it finds it. */
export interface Room {
  connection: RoomLink;
  /** Of changes, once a frame. */
  subscribe: Subscribe;
  kept: Kept;
}

export const RoomContext = createContext<Room | null>(null);

/** The connection itself: to send, to say, and for the server's clock. */
export function useConnection(): RoomLink {
  return useRoomContext().connection;
}

/** What this device keeps for this person and session. */
export function useKept(): Kept {
  return useRoomContext().kept;
}

/**
 * One part of what the room knows. `select` must give the same object for the same view:
 * pick, don't build, so that a new contribution doesn't draw the timer again.
 */
export function useRoom<T>(select: (view: RoomView) => T): T {
  const { connection, subscribe } = useRoomContext();
  return useSyncExternalStore(
    subscribe,
    () => select(connection.view),
    () => select(EMPTY_VIEW),
  );
}

/** The room itself, for what reads it in its own way. */
export function useRoomContext(): Room {
  const room = use(RoomContext);
  if (!room) throw new Error('This is drawn inside a RoomProvider.');
  return room;
}
