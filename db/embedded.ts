import { mkdir, truncate } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { clusterPassword, ensureCluster, ROLE } from './embedded-cluster';
import { accountFor, binariesFor, clusterHome, EmbeddedDatabaseError } from './embedded-home';
import { ensureRunning, stopPostmaster, type ClusterProcess } from './embedded-process';

export { EmbeddedDatabaseError } from './embedded-home';

const DATABASE = 'whetstone';

/** One server at a time holds this lock, over a connection that ends with it, however it ends. */
const OWNER_LOCK = 7_230_118;
const LOCK_PATIENCE_MS = 2_000;

export interface EmbeddedOptions {
  /** The folder that holds the cluster, its password and its log; made when missing. */
  dataDir: string;
  /** Hears what a person should know, such as a restart after a crash. */
  log: (message: string) => void;
  /** The database went away and can't be brought back; the process had better end. */
  onLost: (error: Error) => void;
}

export interface EmbeddedDatabase {
  /** The connection string of the database; the same until `stop`, also over a restart of PostgreSQL. */
  url: string;
  /** Ends PostgreSQL in order. Close your own connections first. */
  stop: () => Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a data folder and watches over it: one that was left behind by a killed server is
 * taken over, one that dies is started again.
 * Throws EmbeddedDatabaseError, with a sentence for a person, when another server uses the folder or it can't start.
 */
export async function startEmbedded({ dataDir, log, onLost }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = path.resolve(dataDir);
  await mkdir(folder, { recursive: true });
  const home = await clusterHome(folder, log);
  const cluster = path.join(home, 'postgres');
  const account = await accountFor(cluster);
  const binaries = await binariesFor(account);
  const password = await clusterPassword(folder);
  await ensureCluster(home, account, binaries, password);

  const logFile = path.join(folder, 'postgres.log');
  await truncate(logFile).catch(() => undefined);
  const process: ClusterProcess = { cluster, account, binaries, logFile };
  const urlOf = (port: number, name: string) => `postgres://${ROLE}:${password}@127.0.0.1:${port}/${name}`;

  let stopping = false;
  let watch = await own(undefined);
  const port = watch.port;

  async function own(wanted: number | undefined) {
    const running = await ensureRunning(process, wanted);
    const sql = postgres(urlOf(running.port, 'postgres'), {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 10,
      onnotice: () => undefined,
      onclose: () => void (ours && !stopping && recover()),
    });
    // Only a lock that was held can be lost: a failed attempt is told by its own error.
    let ours = false;
    try {
      await takeLock(sql, folder);
      await ensureDatabase(sql);
      ours = true;
    } catch (error) {
      await sql.end({ timeout: 1 });
      throw error;
    }
    return { port: running.port, sql };
  }

  async function recover() {
    log('The embedded database has stopped: starting it again.');
    await watch.sql.end({ timeout: 0 });
    try {
      const again = await own(port);
      if (again.port !== port) throw new EmbeddedDatabaseError(`Port ${port} of the embedded database is taken.`);
      watch = again;
      log('The embedded database is back.');
    } catch (error) {
      if (!stopping) onLost(error instanceof Error ? error : new Error(String(error)));
    }
  }

  return {
    url: urlOf(port, DATABASE),
    stop: async () => {
      stopping = true;
      await watch.sql.end({ timeout: 1 });
      await stopPostmaster(cluster);
    },
  };
}

async function takeLock(sql: postgres.Sql, folder: string): Promise<void> {
  // A server that was just killed holds it until PostgreSQL notices, a moment later.
  for (const limit = Date.now() + LOCK_PATIENCE_MS; ; await pause(100)) {
    const [row] = await sql<{ held: boolean }[]>`select pg_try_advisory_lock(${OWNER_LOCK}) as held`;
    if (row?.held) return;
    if (Date.now() > limit) {
      throw new EmbeddedDatabaseError(
        `Another Whetstone server is using ${folder}: stop it, or choose another DATA_DIR for this one.`,
      );
    }
  }
}

async function ensureDatabase(sql: postgres.Sql): Promise<void> {
  const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
  if (found.length === 0) await sql`create database ${sql(DATABASE)}`;
}
