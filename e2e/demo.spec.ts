import { expect, test } from '@playwright/test';
import { io } from 'socket.io-client';
import type { Ready } from '@/demo/cast';
import { signIn } from '@/demo/sign-in';
import type { Welcome } from '@/domain/wire';
import { RunningDemo } from './support/running-demo';

let demo: RunningDemo | undefined;

test.afterAll(() => demo?.remove());

test('the quiet demo tells scripts where to go, and goes on with its data after kill -9', async () => {
  test.setTimeout(300_000);
  demo = await RunningDemo.start();
  const first = demo.ready;
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

  await demo.end('SIGKILL');
  demo = await RunningDemo.start(demo.dataDir);
  const second = demo.ready;
  expect({ ...second, url: '' }).toEqual({ ...first, url: '' });
  for (const account of [host, ...second.accounts.filter(({ role }) => role !== 'host')]) {
    const welcome = await enter(second, account);
    expect(welcome.you).toMatchObject({ name: account.name, role: account.role });
    expect(welcome.seq).toBe(before.seq);
  }
});

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
