import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDatabase, openDatabase } from '@/db/connection';

export interface TestDatabase {
  /** For a second connection or a server process of the test's own; there once `beforeAll` has run. */
  readonly url: string;
}

/**
 * Gives the test file (or `describe`) a freshly migrated database of its own, which `database()` and `sqlClient()`
 * then speak to, and drops it at the end. Call it at the top level of the file.
 */
export function useTestDatabase(options: { max?: number } = {}): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = new URL(inject('templateUrl'));
  const template = url.pathname.slice(1);
  url.pathname = `/${name}`;

  beforeAll(async () => {
    await administer((sql) => sql`create database ${sql(name)} template ${sql(template)}`);
    openDatabase(url.href, options);
  });
  afterAll(async () => {
    await closeDatabase();
    await administer((sql) => sql`drop database if exists ${sql(name)} with (force)`);
  });
  return { url: url.href };
}

async function administer(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const url = new URL(inject('templateUrl'));
  url.pathname = '/postgres';
  const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
  await work(sql).finally(() => sql.end());
}
