import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { SOCKET_OPTIONS } from '@/server/live/socket-options';
import { contributed } from './load';
import { serveTasks } from './worker';

/** Socket.IO of the same version and options, and no application: it numbers what it hears and sends it to the room. */
const tasks = {
  async listen({ turnId, by }: { turnId: string; by: string }) {
    const httpServer = createServer();
    const io = new Server(httpServer, SOCKET_OPTIONS);
    const live = io.of('/live');
    let seq = 0;
    live.on('connection', (socket) => {
      void socket.join('room');
      socket.on('command', (command: { id: string }, ack: (answer: { ok: true; seq: number }) => void) => {
        seq += 1;
        live.to('room').emit('events', [contributed(seq, command.id, turnId, by)]);
        ack({ ok: true, seq });
      });
    });
    await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
    return (httpServer.address() as AddressInfo).port;
  },
};

export type BareTasks = typeof tasks;
serveTasks(tasks);
