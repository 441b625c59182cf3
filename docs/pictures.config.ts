import { defineConfig } from '@playwright/test';
import base from '../playwright.config';

/** The pictures of docs/screens: not a test of anything, so apart from the tests. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: 'pictures.ts',
  outputDir: '../test-results/pictures-run',
  timeout: 300_000,
  workers: 1,
  use: { ...base.use, trace: 'off', timezoneId: 'Europe/London' },
});
