// `npm run icons`: draws from the mark, app/icon.svg, the icons of the installed app and the picture that goes with a link to
// a public page. Run it after the mark changed.
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

// Five rungs, each shorter than the one below; the third is open.
const RUNGS = [0.6, 0.7, 0.8, 0.9, 1].map((width, index) => {
  const look =
    index === 2 ? 'background:#ac3b10' : index > 2 ? 'background:#1f1c18' : 'box-shadow:inset 0 0 0 3px #1f1c18';
  return `<div style="height:26px;width:${width * 400}px;${look}"></div>`;
});
const font = readFileSync(
  'node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2',
).toString('base64');
await page.setViewportSize({ width: 1200, height: 630 });
await page.setContent(
  `<style>@font-face{font-family:B;src:url(data:font/woff2;base64,${font});font-weight:200 800}</style>
  <body style="margin:0;background:${PAPER};color:#1f1c18;font-family:B"><div style="padding:72px 80px;height:486px;display:flex;
  flex-direction:column;justify-content:space-between"><div style="display:flex;align-items:center;gap:18px;font:650 40px B">
  <div style="width:52px">${svg}</div>Whetstone</div><div style="display:flex;justify-content:space-between;align-items:end">
  <div style="font:700 84px/1 B;letter-spacing:-.035em;width:560px">Bring the deal that will not move.</div>
  <div style="display:flex;flex-direction:column;align-items:center;gap:26px">${RUNGS.join('')}</div></div></div>`,
);
await page.evaluate(() => document.fonts.load('700 84px B'));
await page.screenshot({ path: 'public/share.png' });
say('public/share.png');
await browser.close();
