import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { useTestDatabase } from '../../support/database';
import { startLive, type LiveServer } from '../../support/live-server';
import { openMeeting } from '../../support/meeting';

useTestDatabase();
let redis: ChildProcess;
let port: number;
let servers: [LiveServer, LiveServer];

// A developer's machine may do without Redis; where the whole check counts, its absence is a failure.
const mayBeMissing = !process.env.CI && spawnSync('redis-server', ['--version']).status !== 0;

async function startRedis(): Promise<ChildProcess> {
  const child = spawn('redis-server', [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ]);
  const missing = once(child, 'error').then(() => {
    throw new Error('redis-server is not installed: it is needed to test what crosses servers.');
  });
  const ready = (async () => {
    for await (const chunk of child.stdout) if (String(chunk).includes('Ready to accept connections')) return;
  })();
  await Promise.race([ready, missing]);
  child.stdout.resume();
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  return free;
}

beforeAll(async () => {
  if (mayBeMissing) return;
  port = await freePort();
  redis = await startRedis();
  const environment = { REDIS_URL: `redis://127.0.0.1:${port}` };
  servers = [await startLive(environment), await startLive(environment)];
});
afterAll(async () => {
  if (mayBeMissing) return;
  for (const server of servers) await server.close();
  redis.kill();
});

/** Waits until the servers hear each other: the adapter subscribes in the background. */
async function hearing(): Promise<void> {
  const meeting = await openMeeting(servers[0]);
  const there = await servers[1].connect(meeting.lab.observers[0]!, meeting.lab);
  await expect
    .poll(
      async () => {
        meeting.rep.socket.emit('typing');
        return there.typing.length;
      },
      { timeout: 15_000, interval: 1_000 },
    )
    .toBeGreaterThan(0);
}

describe.skipIf(mayBeMissing)('with Redis between two servers', () => {
  it('events, presence, typing and removals arrive at once', async () => {
    await hearing();
    const { lab, host, rep, seat } = await openMeeting(servers[0]);
    const there = await servers[1].connect(lab.reps[2]!, lab);
    await there.until(() => there.presence.has(rep.you!.id), 'who is at the other server');
    await host.until(() => host.presence.has(lab.reps[2]!.id), 'the newcomer at the other server');

    const began = performance.now();
    await there.reached(await rep.does('contribution.add', { kind: 'advice', body: 'Heard over there.' }));
    expect(performance.now() - began).toBeLessThan(1_900);
    rep.socket.emit('typing');
    await there.until(() => there.typing.length > 0, 'typing');
    expect(there.typing).toEqual([rep.you!.id]);

    await sqlClient()`delete from members where lab_id = ${lab.labId} and user_id = ${there.you!.id}`;
    await servers[0].live.removeMember(lab.labId, there.you!.id);
    await there.until(() => !there.socket.connected, 'the end of the connection');
    expect(there.byes).toEqual(['removed']);
    await seat.until(() => !seat.presence.has(lab.reps[2]!.id), 'their leaving');
  }, 40_000);

  it('a person with a tab at either server is there once, and leaves with the last', async () => {
    const { lab, host } = await openMeeting(servers[0]);
    const tabs = [await servers[0].connect(lab.reps[2]!, lab), await servers[1].connect(lab.reps[2]!, lab)];
    await host.until(() => host.presence.has(lab.reps[2]!.id), 'their coming');
    tabs[0]!.close();
    const other = await servers[1].connect(lab.hosts[1]!, lab);
    await host.until(() => host.presence.has(other.you!.id), 'another');
    expect(host.presence.has(lab.reps[2]!.id)).toBe(true);
    tabs[1]!.close();
    await host.until(() => !host.presence.has(lab.reps[2]!.id), 'their leaving');
  }, 20_000);

  it('and Redis away costs seconds, not events', async () => {
    const { lab, rep } = await openMeeting(servers[0]);
    const there = await servers[1].connect(lab.observers[0]!, lab);
    redis.kill('SIGKILL');
    await once(redis, 'exit');
    const seq = await rep.does('contribution.add', { kind: 'advice', body: 'Without Redis.' });
    await there.reached(seq);
    redis = await startRedis();
    await there.reached(await rep.does('contribution.add', { kind: 'advice', body: 'With it again.' }));
    expect(there.gaps).toBe(0);
  }, 40_000);
});
