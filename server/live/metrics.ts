import { Counter, Gauge, Histogram } from 'prom-client';
import { metrics } from '../health';

const registers = [metrics];

/** What the live rooms count, for `/metrics`. */
export const counted = {
  commands: new Counter({
    name: 'whetstone_commands_total',
    help: 'Commands answered, by type and by refusal code (ok when accepted).',
    labelNames: ['type', 'code'],
    registers,
  }),
  batchSize: new Histogram({
    name: 'whetstone_commit_batch_size',
    help: 'Commands committed together.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers,
  }),
  commitSeconds: new Histogram({
    name: 'whetstone_commit_seconds',
    help: 'Time from the decision on a batch to its commit.',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5],
    registers,
  }),
  delivered: new Counter({
    name: 'whetstone_events_delivered_total',
    help: 'Events sent, counted once a socket.',
    registers,
  }),
  rooms: new Gauge({ name: 'whetstone_open_rooms', help: 'Rooms held in memory.', registers }),
  sockets: new Gauge({ name: 'whetstone_open_sockets', help: 'Sockets in rooms.', registers }),
};
