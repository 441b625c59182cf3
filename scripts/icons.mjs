// `npm run icons`: draws the icons of the installed app from the mark, app/icon.svg. Run it after the mark changed.
import { readFileSync } from 'node:fs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, requireNode, say } from './steps.mjs';

requireNode();
await ensureInstalled();
const { chromium } = await import('@playwright/test');

// Systems cut a maskable icon to their own shape: the mark stays within the middle of it.
const ICONS = [
  { path: 'public/icon-192.png', size: 192, mark: 0.68, round: 0.2 },
  { path: 'public/icon-512.png', size: 512, mark: 0.68, round: 0.2 },
  { path: 'public/icon-maskable-512.png', size: 512, mark: 0.52, round: 0 },
  { path: 'app/apple-icon.png', size: 180, mark: 0.62, round: 0 },
];
const PAPER = '#f1ede4';

const svg = readFileSync('app/icon.svg', 'utf8');
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({ colorScheme: 'light' });
for (const { path, size, mark, round } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  const tile = `width:${size}px;height:${size}px;background:${PAPER};border-radius:${round * size}px`;
  await page.setContent(
    `<body style="margin:0"><div style="${tile};display:grid;place-items:center"><div style="width:${mark * size}px">${svg}</div></div>`,
  );
  await page.screenshot({ path, omitBackground: true });
  say(path);
}
await browser.close();
