import { DrizzleQueryError } from 'drizzle-orm/errors';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema';

export type Database = PostgresJsDatabase<typeof schema>;

/** A transaction of `Database`, as its callback gets it. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

interface Connection {
  sql: postgres.Sql;
  db: Database;
  /** Connections that append to logs: each takes the next statement while it carries out the one before. */
  writers: postgres.Sql[];
  /** Each holds a mail's row while that is handed over: a slow mail server keeps none of the others waiting. */
  senders: { sql: postgres.Sql; db: Database };
}

const WRITERS = 4;

/** How many mails a server hands over at once. */
export const SENDERS = 2;

// The server and Next's bundle are two module graphs in one process: what both need lives here.
const shared = globalThis as typeof globalThis & { whetstoneConnection?: Connection };

// A failed query's error would repeat its parameters, people's words and hashes among them, in every log that it meets.
Object.defineProperty(DrizzleQueryError.prototype, 'params', {
  configurable: true,
  get: () => undefined,
  set(this: Error) {
    this.message = this.message.replace(/\nparams: [^]*$/, '');
  },
});

/** Opens the process' pool of connections, and its writers. Nothing is asked of the server yet. */
export function openDatabase(url: string, options: { max?: number } = {}): void {
  if (shared.whetstoneConnection) throw new Error('The database is already open.');
  const open = (max: number) =>
    postgres(url, {
      max,
      connect_timeout: 5,
      backoff: reconnectAfterSeconds,
      connection: { application_name: 'whetstone' },
      onnotice: () => undefined,
    });
  const sql = open(options.max ?? 10);
  const writers = Array.from({ length: WRITERS }, () => open(1));
  const sending = open(SENDERS);
  const senders = { sql: sending, db: drizzle(sending, { schema }) };
  shared.whetstoneConnection = { sql, db: drizzle(sql, { schema }), writers, senders };
}

/** A database that is back is found within a second, however long it was away. */
function reconnectAfterSeconds(retries: number): number {
  return Math.min(0.05 * 2 ** retries, 1);
}

/** Ends the pool, waiting up to five seconds for queries under way. */
export async function closeDatabase(): Promise<void> {
  const connection = shared.whetstoneConnection;
  shared.whetstoneConnection = undefined;
  const all = [connection?.sql, connection?.senders.sql, ...(connection?.writers ?? [])];
  await Promise.all(all.map((sql) => sql?.end({ timeout: 5 })));
}

/** The Drizzle handle. Throws when `openDatabase` wasn't called. */
export function database(): Database {
  return connection().db;
}

/** As `database()`, on the connections that mail is sent with; opened by the first mail. */
export function sendersDatabase(): Database {
  return connection().senders.db;
}

/** The client under it, for what Drizzle can't say. Dates come back from it as text, for Drizzle does the parsing. */
export function sqlClient(): postgres.Sql {
  return connection().sql;
}

/** The one connection that appends to a session's log, statement after statement in the order of their sending. */
export function writerOf(sessionId: string): postgres.Sql {
  const { writers, sql } = connection();
  // The last digits of our ids are random.
  return writers[Number.parseInt(sessionId.slice(-4), 16) % WRITERS] ?? sql;
}

function connection(): Connection {
  if (!shared.whetstoneConnection) throw new Error('The database is not open.');
  return shared.whetstoneConnection;
}
