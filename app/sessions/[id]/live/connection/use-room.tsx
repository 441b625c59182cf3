'use client';

import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { browserSocket } from './browser-socket';
import { keptOnDevice, type Kept } from './kept';
import { perFrame, type Subscribe } from './per-frame';
import { RoomConnection } from './room-connection';
import { EMPTY_VIEW, type RoomView } from './room-view';

interface Room {
  connection: RoomConnection;
  /** Of changes, once a frame. */
  subscribe: Subscribe;
  kept: Kept;
}

const RoomContext = createContext<Room | null>(null);

/** Opens the room for everything inside, for as long as it is on the screen. */
export function RoomProvider(props: { sessionId: string; userId: string; version: string; children: ReactNode }) {
  const { sessionId, userId, version } = props;
  const [room] = useState<Room>(() => {
    const kept = keptOnDevice(userId, sessionId);
    const connect = browserSocket(sessionId, version);
    const connection = new RoomConnection({ connect, kept, reload: () => reloadOnce(version) });
    return { kept, connection, subscribe: perFrame((changed) => connection.subscribe(changed)) };
  });

  useEffect(() => {
    const { connection } = room;
    const lost = () => connection.networkLost();
    const back = () => connection.networkBack();
    const shown = () => document.visibilityState === 'visible' && connection.networkBack();
    connection.open();
    window.addEventListener('offline', lost);
    window.addEventListener('online', back);
    document.addEventListener('visibilitychange', shown);
    return () => {
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', back);
      document.removeEventListener('visibilitychange', shown);
      connection.close();
    };
  }, [room]);

  return <RoomContext value={room}>{props.children}</RoomContext>;
}

/** The connection itself: to send, to say, and for the server's clock. */
export function useConnection(): RoomConnection {
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

function useRoomContext(): Room {
  const room = use(RoomContext);
  if (!room) throw new Error('This is drawn inside a RoomProvider.');
  return room;
}

/** Loads the newer page, once: if the server still calls it outdated, the screen says so instead. */
function reloadOnce(version: string): void {
  const mark = 'whetstone/reloaded';
  if (window.sessionStorage.getItem(mark) === version) return;
  window.sessionStorage.setItem(mark, version);
  window.location.reload();
}
