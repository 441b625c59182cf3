import { expect, it, vi } from 'vitest';
import { DbClock } from '@/server/live/db-clock';
import { openLog } from '@/server/log';

const db = vi.hoisted(() => ({ waits: [] as number[] }));
vi.mock('@/db/clock', () => ({
  databaseTime: async () => {
    const wait = db.waits.shift() ?? 0;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    return Date.now() + 5_000;
  },
}));

it('tells the database’s time by its quickest answer, however long the first waited for a connection', async () => {
  db.waits = [200];
  const clock = new DbClock(openLog('silent'));
  await clock.start();
  clock.stop();
  expect(Math.abs(clock.now() - Date.now() - 5_000)).toBeLessThan(40);
});
