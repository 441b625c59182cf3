import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can be cut. */
export interface Proxy {
  port: number;
  /** Resets every connection, as a network does that forgets them. */
  reset: () => void;
  close: () => Promise<void>;
}

/** Opens a way to a port of this machine. */
export async function openProxy(to: number): Promise<Proxy> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    const there = connect(to, '127.0.0.1');
    open.add(socket);
    socket.pipe(there).pipe(socket);
    socket.on('error', () => there.destroy()).on('close', () => there.destroy());
    there.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const reset = () => {
    for (const socket of open) socket.resetAndDestroy();
    open.clear();
  };
  return {
    port: (server.address() as AddressInfo).port,
    reset,
    close: () => {
      reset();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
