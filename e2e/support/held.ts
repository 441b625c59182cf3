import type { Person } from './person';

type Lets = () => Promise<void>;

/** From now on, what the page does after exactly so many ms waits until it is let; what it gave up by then never comes. */
export async function holdTime({ page }: Pick<Person, 'page'>, ms: number): Promise<Lets> {
  await page.evaluate((held) => {
    const { setTimeout: later, clearTimeout: giveUp } = window;
    const due = new Map<number, () => void>();
    window.setTimeout = ((run: () => void, ms?: number) => {
      const id = later(ms === held ? () => undefined : run, ms);
      if (ms === held) due.set(id, run);
      return id;
    }) as typeof setTimeout;
    window.clearTimeout = (id) => {
      due.delete(Number(id));
      giveUp(id);
    };
    addEventListener('time-passes', () => {
      const now = [...due.values()];
      due.clear();
      for (const run of now) run();
    });
  }, ms);
  return () => page.evaluate(() => void dispatchEvent(new Event('time-passes')));
}

/** The page is busy from its next load on, until it is let: what comes once the browser is idle waits. */
export async function holdIdle({ page }: Pick<Person, 'page'>): Promise<Lets> {
  const held = await page.addInitScript(() => {
    const idle = window.requestIdleCallback;
    const waiting: (() => void)[] = [];
    window.requestIdleCallback = (...asked) => waiting.push(() => idle(...asked));
    addEventListener('idle', () => {
      window.requestIdleCallback = idle;
      for (const ask of waiting) ask();
    });
  });
  return async () => {
    await held.dispose();
    await page.evaluate(() => void dispatchEvent(new Event('idle')));
  };
}
