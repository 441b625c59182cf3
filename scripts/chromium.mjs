// Finds a Chromium for the browser tests, and fetches one where there is none.
import { existsSync } from 'node:fs';
import { bin, run, say } from './steps.mjs';
import { installFromSystem, onPath } from './system.mjs';

const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const DOWNLOAD_LIMIT_MS = 240_000;

/** The path of a Chromium: named, installed, Playwright's own, or the system's package. Undefined when none is to be had. */
export async function ensureChromium() {
  const found = installed() ?? (await playwrights());
  if (found) return found;
  say('No Chromium found: downloading the one of Playwright …');
  await run(bin('playwright'), ['install', 'chromium'], { timeoutMs: DOWNLOAD_LIMIT_MS });
  const downloaded = await playwrights();
  if (downloaded) return downloaded;
  // The one without a window is what Playwright downloads too: it needs two thirds of the processor's time.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    if (!installed()) await installFromSystem(name);
  }
  return installed();
}

function installed() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return NAMES.map(onPath).find(Boolean) ?? APPLICATIONS.find((file) => existsSync(file));
}

async function playwrights() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}
