// `npm run pictures`: draws docs/screens anew, from the demo's data, in a real browser.
import { bin, ensureInstalled, requireNode, run, say } from './steps.mjs';
import { ensureChromium } from './chromium.mjs';

requireNode();
await ensureInstalled();
const { ensureBuilt } = await import('./build.mjs');
await ensureBuilt();
const chromium = await ensureChromium();
if (!chromium) {
  say('No Chromium can be had here: set CHROMIUM_PATH to one.');
  process.exit(1);
}
process.exit(
  await run(bin('playwright'), ['test', '--config=docs/pictures.config.ts'], { env: { CHROMIUM_PATH: chromium } }),
);
