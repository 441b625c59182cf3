import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import type { Lab } from '../house';
import { LAPTOP, PHONE, runInBrowser } from '../in-browser';
import { acknowledged, LeanClient } from '../lean-client';
import { contribution } from '../load';
import { openMeeting, type Meeting } from '../meeting';
import { openDevice, type Seen } from './device';

const SENDERS = 20;
const EACH = 10;
const SECONDS = 10;
const SLOWER = 4;
const FRAME_MS = 100;
const REST_MS = 2000;

/** Who looks, on what. The first rep sits there, the last two look, the others write. */
const LOOKS = [
  { name: 'a rep’s phone', device: PHONE, who: (lab: Lab) => lab.reps.at(-1) },
  { name: 'a host’s laptop', device: LAPTOP, who: (lab: Lab) => lab.host },
];

/** Everybody says their share at an even pace; resolves when the last is acknowledged. */
async function coach(lab: Lab, { sessionId, turnId }: Meeting): Promise<void> {
  const senders = lab.reps.slice(1, 1 + SENDERS).map(({ cookie }) => new LeanClient(lab.port, sessionId, cookie));
  await Promise.all(senders.map((sender) => sender.connect(true)));
  const began = performance.now();
  const acks: Promise<number>[] = [];
  for (let at = 0; at < SENDERS * EACH; at += 1) {
    await pause(Math.max(began + (at * SECONDS * 1000) / (SENDERS * EACH) - performance.now(), 0));
    const sender = senders[at % SENDERS];
    if (sender) acks.push(acknowledged(sender.command(contribution(turnId))));
  }
  await Promise.all(acks);
  for (const sender of senders) sender.cut();
}

async function look(browser: Browser, lab: Lab, { name, device: on, who }: (typeof LOOKS)[number]): Promise<Seen> {
  const meeting = await openMeeting(lab);
  const device = await openDevice(browser, {
    url: `http://localhost:${lab.port}/sessions/${meeting.sessionId}/live`,
    cookie: who(lab)?.cookie ?? '',
    device: on,
    slower: SLOWER,
  });
  await device.watch();
  await Promise.all([coach(lab, meeting), device.write(SECONDS)]);
  await pause(REST_MS);
  const seen = await device.seen(name);
  await device.close();
  return seen;
}

function lines(seen: readonly Seen[]): string {
  const about = `${SENDERS * EACH} contributions in ${SECONDS} s, CPU ${SLOWER} times slower`;
  const each = seen
    .map(
      (one) =>
        `${one.name}: ${one.drawn} of ${SENDERS * EACH} drawn, ${one.kept} of ${one.typed} keystrokes kept, ` +
        `worst frame ${one.worstFrameMs} ms (${one.slowFrames} over ${FRAME_MS} ms), ` +
        `p99 ${one.p99FrameMs} ms, longest task ${one.longestTaskMs} ms of CPU, busy ${one.busyMs} ms a second, worst key to paint ${one.worstKeyMs} ms.`,
    )
    .join('\n');
  return `${about}\n${each}`;
}

runInBrowser<Seen[]>(async (browser, house) => {
  const lab = await house.addLab({ reps: SENDERS + 2, observers: 0 });
  const seen: Seen[] = [];
  for (const one of LOOKS) seen.push(await look(browser, lab, one));
  return seen;
}, lines);
