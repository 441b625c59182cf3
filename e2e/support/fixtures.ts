import { test as base } from '@playwright/test';
import { RunningServer } from './server';

export { expect } from '@playwright/test';

/** Tests with `server`: a built server and an empty database of the test's own. `page.goto('/')` goes to it. */
export const test = base.extend<{ server: RunningServer; goodbye: void }>({
  // Whoever was opened in a test leaves with it: they would go on knocking at its server, beside the next one.
  goodbye: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
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
