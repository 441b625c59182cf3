import { test as base, type TestInfo } from '@playwright/test';
import { Gathered, Gathering } from './gather';
import { RunningServer } from './server';

export { expect } from '@playwright/test';

interface Fixtures {
  /** A built server and an empty database of the test's own. */
  server: RunningServer;
  /** A lab that a host, two reps and an observer have joined, on a server of the test's own. */
  gathered: Gathered;
  goodbye: void;
}

export const test = base.extend<Fixtures, { gathering: Gathering }>({
  // Whoever was opened in a test leaves with it: they would go on knocking at its server, beside the next one.
  goodbye: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
  // Playwright reads from the pattern which fixtures one needs: none here.
  server: async ({ browserName: _ }, use, info) => {
    const server = await RunningServer.start();
    await use(server);
    tellTroubles(server, info);
    await server.remove();
  },
  gathering: [
    async ({ browser }, use) => {
      const gathering = await Gathering.once(browser);
      await use(gathering);
      await gathering.remove();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  gathered: async ({ browser, gathering }, use, info) => {
    const server = await gathering.startServer();
    await use(new Gathered(gathering, browser, server));
    tellTroubles(server, info);
    await server.remove();
  },
});

/** What a server had to say of itself, beside a test that failed. */
function tellTroubles({ output }: RunningServer, { status, expectedStatus, title }: TestInfo): void {
  if (status === expectedStatus) return;
  const plain = /^\{"level":[1-3]0/;
  const troubles = output.split('\n').filter((line) => line && !plain.test(line));
  console.log(`The server of “${title}” said:\n${troubles.slice(-30).join('\n')}`);
}
