import { loadavg } from 'node:os';
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { openHouse, type House } from './house';

/** What a page is looked at on. */
export type Device = Pick<BrowserContextOptions, 'viewport' | 'hasTouch' | 'isMobile'>;

export const LAPTOP: Device = { viewport: { width: 1440, height: 900 } };
export const PHONE: Device = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Opens a page as somebody who is signed in. */
export async function openPage(
  browser: Browser,
  { url, cookie, device }: { url: string; cookie: string; device: Device },
): Promise<Page> {
  const context = await browser.newContext(device);
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: new URL(url).origin }]);
  const page = await context.newPage();
  await page.goto(url);
  // What it fetches ahead is there: it stands as it does after its first moments.
  await page.waitForLoadState('networkidle');
  return page;
}

/** Runs a bench in Chromium beside a built server, prints what it found, and ends the process. */
export function runInBrowser<Found>(
  measure: (browser: Browser, house: House) => Promise<Found>,
  lines: (found: Found) => string,
): void {
  const run = async () => {
    const house = await openHouse(process.env.BENCH_SERVER ?? '');
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      await house.startServer();
      const found = await measure(browser, house);
      const load = (loadavg()[0] ?? 0).toFixed(1);
      const json = process.argv.includes('--json');
      process.stdout.write(
        json ? `${JSON.stringify({ load, found })}\n` : `Load of the machine ${load}\n${lines(found)}\n`,
      );
    } finally {
      await browser.close();
      await house.close();
    }
  };
  run().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
}
