import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { startMarks, traceTasks } from '../frames';
import { LAPTOP, openPage, PHONE, runInBrowser } from '../in-browser';
import { acknowledged, LeanClient } from '../lean-client';
import { longMeeting } from '../meeting';
import { quantile } from '../stats';

const TURNS = 40;
const EVENTS = 10_000;
const FRAME_MS = 50;
/** To the end and back, so often, in so many steps each way. */
const WAYS = 4;
const STEPS = 150;
const STEP_MS = 16;

const LOOKS = [
  { name: 'a laptop', device: LAPTOP },
  { name: 'a phone', device: PHONE },
];

interface Scrubbed {
  name: string;
  frames: number;
  worstFrameMs: number;
  p99FrameMs: number;
  slowFrames: number;
  /** The longest that the page's main thread worked at one piece, in CPU time: a busy machine does not change it. */
  longestTaskMs: number;
}

/** Drags along the whole track, there and back. */
async function drag(page: Page): Promise<void> {
  const box = await page.locator('.track').boundingBox();
  if (!box) throw new Error('There is no track.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 2, y);
  await page.mouse.down();
  for (let way = 0; way < WAYS; way += 1) {
    for (let step = 1; step <= STEPS; step += 1) {
      const share = way % 2 === 0 ? step / STEPS : 1 - step / STEPS;
      await page.mouse.move(box.x + 2 + share * (box.width - 4), y);
      await pause(STEP_MS);
    }
  }
  await page.mouse.up();
}

runInBrowser<Scrubbed[]>(
  async (browser, house) => {
    const lab = await house.addLab({ reps: 12, observers: 0 });
    const { sessionId } = await longMeeting(lab, TURNS, EVENTS);
    const host = new LeanClient(lab.port, sessionId, lab.host.cookie);
    await host.connect(true);
    await acknowledged(host.command({ id: randomUUID(), type: 'session.end', data: {} }));
    host.cut();
    const scrubbed: Scrubbed[] = [];
    for (const { name, device } of LOOKS) {
      const page = await openPage(browser, {
        url: `http://localhost:${lab.port}/sessions/${sessionId}/replay`,
        cookie: lab.reps[0]?.cookie ?? '',
        device,
      });
      await page.locator('.track i').first().waitFor();
      // The first way is for the screens that are fetched once.
      await drag(page);
      const protocol = await page.context().newCDPSession(page);
      const tasks = traceTasks(protocol);
      await tasks.start();
      await page.evaluate(startMarks);
      await drag(page);
      const { frames } = await page.evaluate(() => window.marks);
      scrubbed.push({
        name,
        frames: frames.length,
        worstFrameMs: Math.round(Math.max(...frames)),
        p99FrameMs: Math.round(quantile(frames, 0.99)),
        slowFrames: frames.filter((ms) => ms > FRAME_MS).length,
        longestTaskMs: (await tasks.seen()).longestTaskMs,
      });
      await page.context().close();
    }
    return scrubbed;
  },
  (scrubbed) =>
    [
      `A session of ${EVENTS} events in ${TURNS} turns, scrubbed from end to end ${WAYS} times`,
      ...scrubbed.map(
        (one) =>
          `${one.name}: ${one.frames} frames, worst ${one.worstFrameMs} ms (${one.slowFrames} over ${FRAME_MS} ms), ` +
          `p99 ${one.p99FrameMs} ms, longest task ${one.longestTaskMs} ms of CPU.`,
      ),
    ].join('\n'),
);
