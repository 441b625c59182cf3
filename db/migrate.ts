import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { sqlClient } from './connection';

const FOLDER = path.join(process.cwd(), 'db', 'migrations');

/** Servers that start together on one database take turns. */
const MIGRATION_LOCK = 7_230_119;

/** Brings the database at `url` to the newest schema. Does nothing when it is there already. */
export async function migrateDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(sql), { migrationsFolder: FOLDER });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Whether the open database has every migration that this version of the code knows. */
export async function migrationsCurrent(): Promise<boolean> {
  const [row] = await sqlClient()<{ newest: string | null }[]>`
    select max(created_at)::text as newest from drizzle.__drizzle_migrations`;
  return Number(row?.newest ?? 0) >= (await newestKnown());
}

let known: Promise<number> | undefined;

function newestKnown(): Promise<number> {
  known ??= readFile(path.join(FOLDER, 'meta', '_journal.json'), 'utf8').then((text) => {
    const { entries } = JSON.parse(text) as { entries: { when: number }[] };
    return Math.max(0, ...entries.map((entry) => entry.when));
  });
  return known;
}
