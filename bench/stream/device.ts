import type { Browser, CDPSession } from '@playwright/test';
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

interface Marks {
  frames: number[];
  keys: number[];
}

declare global {
  interface Window {
    marks: Marks;
  }
}

const KEY_EVERY_MS = 70;
const WORDS = 'Who would have to read that page before anybody can say yes? ';

/** Opens the room in a browser as somebody who is signed in, on a processor so many times slower. */
export async function openDevice(
  browser: Browser,
  at: { url: string; cookie: string; viewport: { width: number; height: number }; slower: number },
) {
  const context = await browser.newContext({ viewport: at.viewport });
  const [name = '', value = ''] = at.cookie.split('=');
  await context.addCookies([{ name, value, url: new URL(at.url).origin }]);
  const page = await context.newPage();
  await page.goto(at.url);
  const field = page.locator('form.compose textarea');
  await field.click();
  const protocol = await context.newCDPSession(page);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: at.slower });
  const tasks = traceTasks(protocol);
  let typed = '';
  return {
    watch: async () => {
      await tasks.start();
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
    close: () => context.close(),
  };
}

/** In the page: the time from each frame to the next, and from each keystroke to its paint. */
function startMarks(): void {
  const marks: Marks = { frames: [], keys: [] };
  window.marks = marks;
  let last = performance.now();
  const tick = (now: number) => {
    marks.frames.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame((now) => {
    last = now;
    requestAnimationFrame(tick);
  });
  document.addEventListener('input', () => {
    const pressed = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => marks.keys.push(performance.now() - pressed);
      port2.postMessage(null);
    });
  });
}

interface TraceEvent {
  name: string;
  cat: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  tdur?: number;
  args: { name?: string };
}

/** The tasks of the page's main thread, by the CPU time that they took. */
function traceTasks(protocol: CDPSession) {
  const events: TraceEvent[] = [];
  protocol.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  return {
    start: () =>
      protocol.send('Tracing.start', {
        transferMode: 'ReportEvents',
        traceConfig: {
          includedCategories: ['disabled-by-default-devtools.timeline', 'devtools.timeline', '__metadata'],
        },
      }),
    seen: async () => {
      const complete = new Promise((resolve) => protocol.once('Tracing.tracingComplete', resolve));
      await protocol.send('Tracing.end');
      await complete;
      const main = new Set(
        events
          .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
          .map(({ pid, tid }) => `${pid}/${tid}`),
      );
      const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && main.has(`${pid}/${tid}`));
      const cpu = tasks.map(({ tdur = 0 }) => tdur / 1000);
      const seconds = (Math.max(...tasks.map(({ ts }) => ts)) - Math.min(...tasks.map(({ ts }) => ts))) / 1_000_000;
      return {
        longestTaskMs: Math.round(Math.max(0, ...cpu)),
        busyMs: Math.round(cpu.reduce((sum, ms) => sum + ms, 0) / seconds),
      };
    },
  };
}
