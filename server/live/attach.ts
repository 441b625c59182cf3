import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';

let io: Server | undefined;

/** Opens the live room's namespace on the HTTP server. */
export function attachLive(httpServer: HttpServer): void {
  io = new Server(httpServer, { serveClient: false });
  io.of('/live').use((_socket, next) => {
    next(Object.assign(new Error('Sign in first.'), { data: { code: 'unauthenticated' } }));
  });
}

/** Lets go of every socket. The HTTP server stays open: its owner closes it. */
export async function closeLive(): Promise<void> {
  io?.disconnectSockets(true);
  io?.engine.close();
}
