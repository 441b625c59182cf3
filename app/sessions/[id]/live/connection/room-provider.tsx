'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { browserSocket } from './browser-socket';
import { keptOnDevice } from './kept';
import { perFrame } from './per-frame';
import { RoomConnection } from './room-connection';
import { RoomContext, type Room } from './use-room';

/** Opens the room for everything inside, for as long as it is on the screen. */
export function RoomProvider(props: { sessionId: string; userId: string; version: string; children: ReactNode }) {
  const { sessionId, userId, version } = props;
  const [room] = useState<Room & { connection: RoomConnection }>(() => {
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

/** Loads the newer page, once: if the server still calls it outdated, the screen says so instead. */
function reloadOnce(version: string): void {
  const mark = 'whetstone/reloaded';
  if (window.sessionStorage.getItem(mark) === version) return;
  window.sessionStorage.setItem(mark, version);
  window.location.reload();
}
