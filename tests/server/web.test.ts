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

describe('a form', () => {
  const post = async (path: string, bytes: number) => {
    const { port } = web.httpServer.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: 'a'.repeat(bytes) });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };

  it('that is larger than pages read is told so by a page, a list of people as with scripts', async () => {
    const list = await post('/labs/edgework/members', 3_000_000);
    expect(list).toMatchObject({ status: 413, type: 'text/html; charset=utf-8' });
    expect(list.text).toContain('<h1>This file is too large for a list of people.</h1>');
    expect((await post('/labs/edgework/settings', 3_000_000)).text).toContain('This is too much to be sent at once.');
  });

  it('that they read is theirs', async () => {
    expect(await post('/labs/edgework/members', 1_000_000)).toMatchObject({ text: 'page /labs/edgework/members' });
  });
});
