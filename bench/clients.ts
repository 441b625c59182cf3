import { setTimeout as pause } from 'node:timers/promises';
import { acknowledged, LeanClient } from './lean-client';
import { contribution } from './load';
import { quantile } from './stats';
import { serveTasks } from './worker';

/** Which server to connect to, and as whom: client i takes cookie i, from the first again when they run out. */
export interface Room {
  port: number;
  sessionId: string;
  cookies: string[];
  needsWelcome: boolean;
}

/** So many handshakes are under way at a time, for either server alike. */
const IN_FLIGHT = 100;
const PATIENCE_MS = 120_000;

let room: Room | undefined;
let clients: LeanClient[] = [];

const tasks = {
  /** Connects clients to a room; resolves to the ms until the last has joined. */
  async open({ count, ...where }: Room & { count: number }): Promise<number> {
    tasks.cut();
    room = where;
    clients = Array.from({ length: count }, (_, i) => {
      return new LeanClient(where.port, where.sessionId, where.cookies[i % where.cookies.length] ?? '');
    });
    return connectAll(false);
  },

  /** Connects everybody again after a cut, each saying what it has; resolves to the ms until the last has joined. */
  reopen(): Promise<number> {
    return connectAll(true);
  },

  cut(): void {
    for (const client of clients) client.cut();
  },

  /** Sends `events` commands at once, from a hundred clients; waits until everybody has every event. */
  async burst({ events, turnId }: { events: number; turnId: string }) {
    const base = settled();
    const latencies = new Float64Array(events * clients.length);
    let delivered = 0;
    const began = performance.now();
    const all = until((done) => {
      for (const client of clients) {
        client.onEvents = (before, seq) => {
          const ms = performance.now() - began;
          for (let k = before; k < seq; k += 1) latencies[delivered++] = ms;
          if (delivered >= latencies.length) done();
        };
      }
    });
    for (let i = 0; i < events; i += 1) void acknowledged(sender(i % 100).command(contribution(turnId)));
    await all;
    const ms = performance.now() - began;
    if (settled() !== base + events) throw new Error('A burst made more events than it should.');
    return { perSecond: delivered / (ms / 1000), p99: quantile(latencies, 0.99) };
  },

  /** Every client sends its next command when the last is acknowledged; resolves to acks a second. */
  async pump({ commands, turnId }: { commands: number; turnId: string }): Promise<number> {
    const target = settled() + commands;
    let left = commands;
    const began = performance.now();
    const received = until((done) => {
      let waiting = clients.length;
      for (const client of clients) {
        client.onEvents = (_before, seq) => {
          if (seq === target && --waiting === 0) done();
        };
      }
    });
    await Promise.all(
      clients.map(async (client) => {
        while (left > 0) {
          left -= 1;
          await acknowledged(client.command(contribution(turnId)));
        }
      }),
    );
    const acked = performance.now();
    await received;
    return commands / ((acked - began) / 1000);
  },

  /** Sends commands at an even pace; resolves to the ms from each until the last client had its event. */
  async pace({ commands, perSecond, turnId }: { commands: number; perSecond: number; turnId: string }) {
    const latencies: number[] = [];
    let next = performance.now();
    for (let i = 0; i < commands; i += 1) {
      await pause(Math.max(next - performance.now(), 0));
      next += 1000 / perSecond;
      const target = settled() + 1;
      const sent = performance.now();
      const everybody = until((done) => {
        let waiting = clients.length;
        for (const client of clients) {
          client.onEvents = (_before, seq) => {
            if (seq === target && --waiting === 0) done();
          };
        }
      });
      void acknowledged(sender(i).command(contribution(turnId)));
      await everybody;
      latencies.push(performance.now() - sent);
    }
    return latencies;
  },

  /** The ms from the first byte until `welcome`, for a client that comes with nothing. */
  async openOne(where: Room): Promise<number> {
    const client = new LeanClient(where.port, where.sessionId, where.cookies[0] ?? '');
    const began = performance.now();
    await client.connect(where.needsWelcome);
    const ms = performance.now() - began;
    client.cut();
    return ms;
  },
};

export type ClientTasks = typeof tasks;
serveTasks(tasks);

async function connectAll(again: boolean): Promise<number> {
  if (!room) throw new Error('Open a room first.');
  const { needsWelcome } = room;
  const waiting = [...clients];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (let client = waiting.pop(); client; client = waiting.pop()) {
        await client.connect(needsWelcome, again ? client.seq : undefined);
      }
    }),
  );
  return performance.now() - began;
}

function sender(i: number): LeanClient {
  const client = clients[i % clients.length];
  if (!client) throw new Error('Open a room first.');
  return client;
}

/** What everybody has; throws where they differ. */
function settled(): number {
  const seqs = new Set(clients.map(({ seq }) => seq));
  const [seq] = seqs;
  if (seqs.size !== 1 || seq === undefined) throw new Error(`Clients differ: ${[...seqs].join(', ')}.`);
  return seq;
}

async function until(begin: (done: () => void) => void): Promise<void> {
  const patience = new AbortController();
  await Promise.race([
    new Promise<void>((resolve) => begin(resolve)),
    pause(PATIENCE_MS, undefined, { signal: patience.signal }).then(() => {
      throw new Error(`Not everything arrived within ${PATIENCE_MS / 1000} s.`);
    }),
  ]);
  patience.abort();
}
