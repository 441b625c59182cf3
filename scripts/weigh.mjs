// `npm run weigh`: what a page costs, printed: the JavaScript of the room's first load, and Lighthouse's figures.
import { ensureChromium } from './chromium.mjs';
import { bin, ensureInstalled, requireNode, run, say } from './steps.mjs';

requireNode();
await ensureInstalled();
const { ensureBuilt } = await import('./build.mjs');
await ensureBuilt();
const chromium = await ensureChromium();
if (!chromium) {
  say('No Chromium could be found or installed: install one, or set CHROMIUM_PATH to it.');
  process.exit(1);
}
const env = { CHROMIUM_PATH: chromium, WEIGH: '1' };
process.exit(await run(bin('playwright'), ['test', 'weight', 'lighthouse', '--workers=1'], { env }));
