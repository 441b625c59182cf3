import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '@/server/config';
import { openWeb, type Web } from '@/server/web';

// The pages, which need a build: each says which address it was asked for.
vi.mock('next', () => ({
  default: () => ({
    prepare: () => Promise.resolve(),
    close: () => Promise.resolve(),
    getRequestHandler: () => (request: IncomingMessage, response: ServerResponse) =>
      response.end(`page ${request.url}`),
  }),
}));

let web: Web;

beforeAll(async () => {
  web = await openWeb(readConfig({ NODE_ENV: 'test' }), () => false);
  await new Promise<void>((resolve) => web.httpServer.listen(0, '127.0.0.1', resolve));
});
afterAll(() => web.close());

/** By hand: `fetch` would mend some addresses before it asks. */
function get(path: string): Promise<{ status: number | undefined; text: string }> {
  const { port } = web.httpServer.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = ask({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    asked.on('error', reject).end();
  });
}

describe('an address', () => {
  it.each([
    '/labs/%E0%A4%A',
    '/join/%E0%A4%A',
    '/guest/%zz',
    '/api/calendar/%E0%A4%A.ics',
    '/sessions/100%/live?x=1',
    '/join/%00',
  ])('that can’t be read is told so, before any page has it: %s', async (path) => {
    expect(await get(path)).toEqual({ status: 400, text: expect.stringContaining('This address can’t be read.') });
  });

  it.each(['/labs/caf%C3%A9%20%25', '/labs/history?q=100%', '/'])(
    'that can be read is the pages’, whatever is asked of them: %s',
    async (path) => expect(await get(path)).toEqual({ status: 200, text: `page ${path}` }),
  );
});
