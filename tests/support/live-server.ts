import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encode } from 'next-auth/jwt';
import { beginSignIn } from '@/db/sign-ins';
import { makeGuestSignIn } from '@/server/auth';
import { readConfig } from '@/server/config';
import { openLive, type Live } from '@/server/live/live';
import { openLog } from '@/server/log';
import { LiveClient } from './live-client';
import type { TestLab, TestPerson } from './lab';

export const SECRET = 'a secret for the tests alone';

export interface LiveServer {
  url: string;
  live: Live;
  /** Connects somebody to a lab's session. */
  connect: (who: TestPerson, where: string | TestLab, auth?: object) => Promise<LiveClient>;
  /** Closes as a server that is asked to stop does. */
  close: () => Promise<void>;
}

/** A live server in this process, on a free port unless one is given; needs an open database. */
export async function startLive(environment: Record<string, string> = {}, port = 0): Promise<LiveServer> {
  const httpServer = createServer();
  const config = readConfig({ NODE_ENV: 'test', COMMAND_RATE: '100000/1', ...environment });
  const log = openLog(process.env.TEST_LOG ?? 'silent');
  const live = await openLive(httpServer, { config, log, authSecret: SECRET, version: 'this' });
  await new Promise<void>((resolve) => httpServer.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
  const clients: LiveClient[] = [];
  return {
    url,
    live,
    connect: async (who, where, auth = {}) => {
      const client = await connectTo(url, who, where, auth);
      clients.push(client);
      return client;
    },
    close: async () => {
      for (const client of clients) client.close();
      await live.close();
      httpServer.closeAllConnections();
      await new Promise((resolve) => httpServer.close(resolve));
    },
  };
}

/** Connects somebody to a server, wherever it runs. */
export async function connectTo(
  url: string,
  who: TestPerson,
  where: string | TestLab,
  auth: object = {},
): Promise<LiveClient> {
  const sessionId = typeof where === 'string' ? where : where.sessionId;
  return new LiveClient(url, await signInCookie(who.id), { sessionId, ...auth }).ready();
}

/** The cookie of somebody who is signed in. */
export async function signInCookie(userId: string): Promise<string> {
  return cookieOf(userId, await beginSignIn(userId, 'Test'));
}

/** The cookie of a sign-in, whether it was ever begun or not. */
export async function cookieOf(userId: string, signInId: string): Promise<string> {
  return `next-auth.session-token=${await encode({ token: { sub: userId, sid: signInId }, secret: SECRET })}`;
}

/** The cookie of a guest of a session. */
export async function guestCookie(userId: string, sessionId: string): Promise<string> {
  const settings = { authSecret: SECRET, config: readConfig({ NODE_ENV: 'test' }) };
  return `whetstone-guest-${sessionId}=${await makeGuestSignIn(userId, settings)}`;
}
