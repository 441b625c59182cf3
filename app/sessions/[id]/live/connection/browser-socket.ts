import { io } from 'socket.io-client';
import type { RoomSocket } from './room-socket';

/** The browser's own way to the room: one WebSocket, long polling where there is none. */
export function browserSocket(sessionId: string, version: string): (since: () => number | undefined) => RoomSocket {
  return (since) => {
    const socket = io('/live', {
      autoConnect: false,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 300,
      reconnectionDelayMax: 3000,
      timeout: 8000,
      auth: (give) => give({ sessionId, since: since(), version }),
    });
    return {
      get connected() {
        return socket.connected;
      },
      connect: () => socket.connect(),
      disconnect: () => socket.disconnect(),
      on: (event, listener) => socket.on(event, listener as (...args: unknown[]) => void),
      emit: (event, ...args) => socket.volatile.emit(event, ...args),
      timeout: (ms) => socket.timeout(ms),
      cut: () => socket.io.engine?.close(),
    };
  };
}
