import { bin, ensureInstalled, requireNode, run, say } from './steps.mjs';

/** Runs Playwright against the newest build, installing and building what is missing; resolves to its exit code. */
export async function playwright(args, env = {}) {
  requireNode();
  await ensureInstalled();
  const { ensureBuilt } = await import('./build.mjs');
  const { ensureChromium } = await import('./chromium.mjs');
  await ensureBuilt();
  const chromium = await ensureChromium();
  if (!chromium) {
    say('No Chromium could be found or installed: install one, or set CHROMIUM_PATH to it.');
    return 1;
  }
  return run(bin('playwright'), ['test', ...args], { env: { CHROMIUM_PATH: chromium, ...env } });
}
