import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { closeDatabase, openDatabase } from '@/db/connection';
import { EmbeddedDatabaseError, startEmbedded } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { StartError, type Config } from './config';
import type { Logger } from './log';

export interface Storage {
  /** Of the database: what needs connections of its own opens them by it. It may hold a password. */
  url: string;
  /** Closes our connections, and then PostgreSQL if it is ours. */
  close: () => Promise<void>;
}

/**
 * Opens the configured database, or the embedded one, at its newest schema.
 * Throws StartError with a sentence for a person; `onLost` hears when the embedded one can't be kept up.
 */
export async function openStorage(config: Config, log: Logger, onLost: (error: Error) => void): Promise<Storage> {
  const { url, stop } = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => undefined }
    : await embedded(config.dataDir, log, onLost);
  try {
    await migrateDatabase(url);
  } catch (error) {
    await stop();
    throw new StartError(config.databaseUrl ? unreachable(url, error) : `The database can't be used: ${told(error)}`);
  }
  openDatabase(url, { max: config.databasePool });
  return {
    url,
    close: async () => {
      await closeDatabase();
      await stop();
    },
  };
}

async function embedded(dataDir: string, log: Logger, onLost: (error: Error) => void) {
  const folder = path.resolve(dataDir);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(`The data folder ${folder} is not writable (${told(error)}): set DATA_DIR to one that is.`);
  }
  try {
    return await startEmbedded({ dataDir: folder, log: (message) => log.warn(message), onLost });
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) throw new StartError(error.message);
    throw error;
  }
}

function unreachable(url: string, error: unknown): string {
  const { host } = new URL(url);
  return `The database at ${host} can't be used (${told(error)}): check DATABASE_URL, and that the server is up.`;
}

/** The shortest true account of an error: its code where there is one, with the cause that Drizzle wraps. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return told(error.cause);
  const code = (error as NodeJS.ErrnoException).code;
  return error.message || code || error.name;
}
