import { test as base } from '@playwright/test';
import { RunningServer } from './server';

export { expect } from '@playwright/test';

/** Tests with `server`: a built server and an empty database of the test's own. `page.goto('/')` goes to it. */
export const test = base.extend<{ server: RunningServer }>({
  // Playwright reads from the pattern which fixtures one needs: none here.
  server: async ({ browserName: _ }, use) => {
    const server = await RunningServer.start();
    await use(server);
    await server.remove();
  },
  baseURL: async ({ server }, use) => {
    await use(server.url);
  },
});
