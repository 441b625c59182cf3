import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import type { Logger } from '../log';

/** While Redis is away so much is kept for it; beyond that, servers notice what they missed by themselves. */
const QUEUE_LIMIT = 1_000;

/** Connects Socket.IO's adapter to Redis, now and again whenever it comes back. Waits for nothing. */
export function connectRedis(url: string, log: Logger) {
  const client = createClient({ url, commandsQueueMaxLength: QUEUE_LIMIT });
  let reported = '';
  client.on('error', (error: Error) => {
    if (error.message === reported) return;
    reported = error.message;
    log.warn({ err: error }, 'Redis is away: other servers notice within two seconds');
  });
  client.on('ready', () => {
    reported = '';
    log.info('Redis is connected');
  });
  // The adapter publishes without waiting for the answer: a failure must not end the process.
  const publish = client.publish.bind(client);
  Object.assign(client, { publish: (...given: Parameters<typeof publish>) => publish(...given).catch(() => 0) });
  client.connect().catch((error: unknown) => log.warn({ err: error }, 'Redis could not be connected'));
  return {
    adapter: createAdapter(client),
    close: async (adapters: { close: () => Promise<void> | void }[]) => {
      // They read over connections of their own.
      await Promise.all(adapters.map((adapter) => adapter.close()));
      client.destroy();
    },
  };
}
