import type { CDPSession } from '@playwright/test';

interface Marks {
  frames: number[];
  keys: number[];
}

declare global {
  interface Window {
    marks: Marks;
  }
}

/** In the page: the time from each frame to the next, and from each keystroke to its paint. */
export function startMarks(): void {
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
export function traceTasks(protocol: CDPSession) {
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
