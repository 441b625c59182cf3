import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase, sqlClient } from '@/db/connection';
import { startEmbedded, type EmbeddedDatabase } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { makeDataDir, removeDataDir } from '../../support/data-dir';
import { LiveClient } from '../../support/live-client';
import { signInCookie, startLive, type LiveServer } from '../../support/live-server';
import { openMeeting } from '../../support/meeting';
import { keepSending, lostOrDoubled } from '../../support/senders';

let folder: string;
let database: EmbeddedDatabase;
let server: LiveServer;

beforeAll(async () => {
  folder = await makeDataDir();
  database = await startEmbedded({ dataDir: folder, log: () => undefined, onLost: () => undefined });
  await migrateDatabase(database.url);
  openDatabase(database.url, { max: 5 });
  server = await startLive();
});
afterAll(async () => {
  // What didn't start doesn't keep the database open: the next file has one of its own.
  await server?.close();
  await closeDatabase();
  await database.stop();
  await removeDataDir(folder);
});

/** Ends PostgreSQL at once; whoever watches over it starts it again. */
async function restartDatabase(): Promise<void> {
  const [pid] = (await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGQUIT');
}

/** Resolves when every connection of the pool works again: one that broke says so to whoever asks first. */
async function databaseBack(): Promise<void> {
  const askAll = () => Promise.all(Array.from({ length: 20 }, () => sqlClient()`select pg_sleep(0.01)`));
  await expect.poll(() => askAll().then(() => 'back', String), { timeout: 20_000 }).toBe('back');
}

describe('W15: while the database is away', () => {
  it('commands are unavailable, and succeed afterwards with the same id; nothing acknowledged is lost', async () => {
    const { lab, host, rep, seat } = await openMeeting(server);
    const refusals = new Set<string>();
    let id = randomUUID();
    let going = true;
    const sending = Promise.all([rep, seat].map((client) => keepSending(client, () => going)));
    await host.reached(host.seq + 20);
    await restartDatabase();
    // Until a command meets the closed door: the database may be back before anybody has noticed.
    const ack = await (async () => {
      for (let tries = 1; ; tries += 1) {
        const ack = await host.send('host.note', { body: 'Is anybody there?' }, id);
        if (!ack.ok) refusals.add(ack.error.code);
        else if (refusals.size > 0) return ack;
        else {
          id = randomUUID();
          if (tries % 20 === 0) await restartDatabase().catch(() => undefined);
        }
      }
    })();
    expect([...refusals]).toEqual(['unavailable']);
    expect(await host.send('host.note', { body: 'Is anybody there?' }, id)).toEqual(ack);
    await host.reached(host.seq + 20);
    going = false;
    const sent = (await sending).flat();
    await databaseBack();
    const { acked, wrong } = await lostOrDoubled(lab.sessionId, sent);
    expect(wrong).toEqual([]);
    expect(acked).toBe(sent.length);
  }, 40_000);

  it('W12: nobody is refused at the door; the welcome waits', async () => {
    await databaseBack();
    const { lab, rep } = await openMeeting(server);
    // They signed in while the database was there.
    const cookie = await signInCookie(lab.reps[2]!.id);
    await restartDatabase();
    const late = await new LiveClient(server.url, cookie, { sessionId: lab.sessionId }).ready();
    expect(late.seq).toBe(rep.seq);
    late.close();
  }, 40_000);
});
