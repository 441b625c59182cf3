import type { Browser } from '@playwright/test';
import { startMarks, traceTasks } from '../frames';
import { openPage, type Device } from '../in-browser';
import { quantile } from '../stats';

/** What one device drew and kept. */
export interface Seen {
  name: string;
  drawn: number;
  typed: number;
  kept: number;
  worstFrameMs: number;
  p99FrameMs: number;
  slowFrames: number;
  /** The longest that the page's main thread worked at one piece, in CPU time: a busy machine does not change it. */
  longestTaskMs: number;
  /** How much of one second the main thread worked, in CPU time. */
  busyMs: number;
  worstKeyMs: number;
}

const KEY_EVERY_MS = 70;
const WORDS = 'Who would have to read that page before anybody can say yes? ';

/** Opens the room in a browser as somebody who is signed in, on a processor so many times slower. */
export async function openDevice(
  browser: Browser,
  at: { url: string; cookie: string; device: Device; slower: number },
) {
  const page = await openPage(browser, at);
  const field = page.locator('form.compose textarea');
  await (at.device.hasTouch ? field.tap() : field.click());
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: at.slower });
  const tasks = traceTasks(protocol);
  let typed = '';
  return {
    watch: async () => {
      await tasks.start();
      // What beginning to look costs isn't what is looked at.
      await page.waitForTimeout(500);
      await page.evaluate(startMarks);
    },
    /** Types at the pace of somebody quick. */
    write: async (seconds: number) => {
      const until = performance.now() + seconds * 1000;
      for (let i = 0; performance.now() < until; i += 1) {
        const began = performance.now();
        const key = WORDS[i % WORDS.length] ?? ' ';
        await page.keyboard.type(key);
        typed += key;
        await page.waitForTimeout(Math.max(KEY_EVERY_MS - (performance.now() - began), 0));
      }
    },
    seen: async (who: string): Promise<Seen> => {
      const { frames, keys } = await page.evaluate(() => window.marks);
      const text = await field.inputValue();
      return {
        name: who,
        drawn: await page.locator('.stream .con').count(),
        typed: typed.length,
        kept: [...typed].filter((letter, i) => text[i] === letter).length,
        worstFrameMs: Math.round(Math.max(...frames)),
        p99FrameMs: Math.round(quantile(frames, 0.99)),
        slowFrames: frames.filter((ms) => ms > 100).length,
        ...(await tasks.seen()),
        worstKeyMs: Math.round(Math.max(0, ...keys)),
      };
    },
    close: () => page.context().close(),
  };
}
