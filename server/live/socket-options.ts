import type { ServerOptions } from 'socket.io';

/** How the room's sockets are served; the bench's bare server has the same. */
export const SOCKET_OPTIONS = {
  serveClient: false,
  // A command over 64 kB is refused with a sentence; the transport cuts off only far above that.
  maxHttpBufferSize: 1_000_000,
} satisfies Partial<ServerOptions>;
