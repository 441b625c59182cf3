import { spawnSync } from 'node:child_process';
import { makeDataDir, removeDataDir } from '@/tests/support/data-dir';
import { expect, test } from './support/fixtures';
import { BUILT_SERVER, freePort } from './support/server';

test('the server: ready, under its content policy, alone on its data, and there again after kill -9', async ({
  page,
  server,
}) => {
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  const response = await page.goto(server.url);
  expect(response?.status()).toBe(200);
  expect(response?.headers()['content-security-policy']).toContain("'strict-dynamic'");
  await expect(page).toHaveTitle(/Whetstone/);
  expect(problems).toEqual([]);

  const ready = await page.request.get(`${server.url}/readyz`);
  expect(await ready.json()).toEqual({ status: 'ready' });
  expect(await (await page.request.get(`${server.url}/metrics`)).text()).toContain('process_resident_memory_bytes');

  // A second one on the same data or port says so in one sentence.
  expect(startBeside({ DATA_DIR: server.dataDir, PORT: String(await freePort()) })).toEqual({
    status: 1,
    said: `Another Whetstone server is using ${server.dataDir}: stop it, or choose another DATA_DIR for this one.`,
  });
  const dataDir = await makeDataDir();
  expect(startBeside({ DATA_DIR: dataDir, PORT: String(server.port) })).toEqual({
    status: 1,
    said: `Port ${server.port} is taken: stop what uses it, or set PORT to another.`,
  });
  await removeDataDir(dataDir);

  // It goes on with its data, and ends in order.
  await server.kill();
  await server.again();
  await page.goto(server.url);
  await expect(page).toHaveTitle(/Whetstone/);
  expect(await server.stop()).toBe(0);
});

function startBeside(env: Record<string, string>) {
  const { status, stderr } = spawnSync(process.execPath, [BUILT_SERVER], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: '', LOG_LEVEL: 'error', ...env },
    encoding: 'utf8',
  });
  return { status, said: stderr.trim() };
}
