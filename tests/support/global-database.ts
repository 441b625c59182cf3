import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { makeDataDir, removeDataDir } from './data-dir';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database that nobody connects to: every test file gets a copy. */
    templateUrl: string;
  }
}

interface TestServer {
  templateUrl: string;
  stop: () => Promise<void>;
}

// Each project runs this file; they share one server, which the last of them stops.
const shared = globalThis as typeof globalThis & { testServer?: { users: number; server: Promise<TestServer> } };

/** Starts the one PostgreSQL of a test run, or uses that of DATABASE_URL, and migrates the template. */
export default async function setup(project: TestProject) {
  const running = (shared.testServer ??= { users: 0, server: startServer() });
  running.users += 1;
  const { templateUrl, stop } = await running.server;
  project.provide('templateUrl', templateUrl);
  return async () => {
    running.users -= 1;
    if (running.users > 0) return;
    shared.testServer = undefined;
    await stop();
  };
}

async function startServer(): Promise<TestServer> {
  const { url, stop } = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => undefined }
    : await embedded();
  const template = `template_${randomBytes(6).toString('hex')}`;
  const templateUrl = withDatabase(url, template);
  await administer(url, (sql) => sql`create database ${sql(template)}`);
  await migrateDatabase(templateUrl);
  return {
    templateUrl,
    stop: async () => {
      await administer(url, (sql) => sql`drop database ${sql(template)} with (force)`);
      await stop();
    },
  };
}

async function embedded() {
  const dataDir = await makeDataDir();
  const server = await startEmbedded({
    dataDir,
    log: () => undefined,
    onLost: (error) => {
      throw error;
    },
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await removeDataDir(dataDir);
    },
  };
}

async function administer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await work(sql).finally(() => sql.end());
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
