import { loadavg } from 'node:os';
import { chromium, type Browser, type Page } from '@playwright/test';
import { openHouse, type House } from './house';

/** Opens a page as somebody who is signed in. */
export async function openPage(
  browser: Browser,
  { url, cookie, viewport }: { url: string; cookie: string; viewport: { width: number; height: number } },
): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: new URL(url).origin }]);
  const page = await context.newPage();
  await page.goto(url);
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
