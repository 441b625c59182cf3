import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { io } from 'socket.io-client';
import type { Ready } from '@/demo/cast';
import { signIn } from '@/demo/sign-in';
import type { Welcome } from '@/domain/wire';
import { makeDataDir, removeDataDir } from '@/tests/support/data-dir';
import { freePort } from './support/server';

let demo: ChildProcess | undefined;
let folder: string;

test.beforeAll(async () => {
  folder = await makeDataDir();
});
test.afterAll(async () => {
  await end('SIGTERM');
  await removeDataDir(folder);
});

test('the quiet demo tells scripts where to go, and goes on with its data after kill -9', async () => {
  test.setTimeout(300_000);
  const first = await start();
  expect(first.accounts.map(({ role }) => role).sort()).toEqual([
    ...['host', 'host'],
    'observer',
    ...Array.from({ length: 6 }, () => 'rep'),
  ]);
  const host = first.accounts.find(({ role }) => role === 'host')!;
  const before = await enter(first, host);
  expect(before.state).toMatchObject({ status: 'scheduled' });
  expect(before.state?.queue).toHaveLength(4);
  expect(before.presence.map(({ name }) => name)).toEqual([host.name]);

  await end('SIGKILL');
  const second = await start();
  expect({ ...second, url: '' }).toEqual({ ...first, url: '' });
  for (const account of [host, ...second.accounts.filter(({ role }) => role !== 'host')]) {
    const welcome = await enter(second, account);
    expect(welcome.you).toMatchObject({ name: account.name, role: account.role });
    expect(welcome.seq).toBe(before.seq);
  }
});

/** Runs the quiet demo until it is ready; what it writes to standard output has to be its one line. */
async function start(): Promise<Ready> {
  const child = spawn(process.execPath, ['scripts/demo.mjs', '--quiet', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: String(await freePort()), DATA_DIR: folder, LOG_LEVEL: 'warn' },
  });
  demo = child;
  let told = '';
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The demo ended with ${code}:\n${said}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      if (told.endsWith('\n')) resolve(JSON.parse(told) as Ready);
    });
  });
}

async function end(signal: NodeJS.Signals): Promise<void> {
  if (!demo || demo.exitCode !== null || demo.signalCode !== null) return;
  const gone = once(demo, 'exit');
  demo.kill(signal);
  await gone;
}

/** Signs in and goes into the room, as a script does. */
async function enter(ready: Ready, account: { email: string; password: string }): Promise<Welcome> {
  const cookie = await signIn(ready.url, account.email, account.password);
  const socket = io(`${ready.url}/live`, {
    transports: ['websocket'],
    extraHeaders: { cookie },
    auth: { sessionId: ready.sessionId },
    reconnection: false,
  });
  try {
    return await new Promise<Welcome>((resolve, reject) => {
      socket.once('welcome', resolve);
      socket.once('connect_error', reject);
    });
  } finally {
    socket.disconnect();
  }
}
