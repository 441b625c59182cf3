import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { answerHealth } from '@/server/health';
import { useTestDatabase } from '../support/database';

useTestDatabase();

let server: Server;
let stopping = false;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (!answerHealth(request, response, () => stopping)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function get(path: string) {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
}

describe('the health checks', () => {
  it('answer while all is well, and leave other addresses alone', async () => {
    expect(await get('/healthz')).toEqual({ status: 200, text: '{"status":"up"}' });
    expect(await get('/readyz?now')).toEqual({ status: 200, text: '{"status":"ready"}' });
    expect((await get('/metrics')).status).toBe(200);
    expect((await get('/labs')).status).toBe(404);
  });

  it('are not ready while migrations are missing, nor while stopping', async () => {
    const newest = await sqlClient()`delete from drizzle.__drizzle_migrations
      where created_at = (select max(created_at) from drizzle.__drizzle_migrations) returning hash, created_at`;
    expect(await get('/readyz')).toEqual({
      status: 503,
      text: '{"status":"not ready","problem":"migrations not current"}',
    });
    await sqlClient()`insert into drizzle.__drizzle_migrations ${sqlClient()(newest as never)}`;
    stopping = true;
    expect(await get('/readyz')).toEqual({ status: 503, text: '{"status":"not ready","problem":"stopping"}' });
    expect((await get('/healthz')).status).toBe(200);
    stopping = false;
  });
});
