import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

// `npm test` names one; without it, the usual place, or else Playwright's own.
const chromium =
  process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file));

export default defineConfig({
  testDir: 'e2e',
  // Its figures depend on how busy the machine is: `npm run weigh` asks for them.
  testIgnore: process.env.WEIGH ? [] : 'lighthouse.spec.ts',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  // One more than processors, at most: half of their time these tests wait for somebody.
  workers: Math.min(availableParallelism() + 1, 4),
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // It costs a sixth of the machine: `npx playwright test --trace on NAME` asks for one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      // Chromium's own sandbox refuses to run as root, as in many containers.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
