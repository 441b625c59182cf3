import { databaseTime } from '@/db/clock';
import type { Logger } from '../log';

const EVERY_MS = 60_000;
/** So often it is asked at a time: an answer is as exact as it was quick, and the first may wait for a connection. */
const ASKED = 5;

/** The database's clock, as this process knows it: one for all servers, whatever their own clocks say. */
export class DbClock {
  private offsetMs = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly log: Logger) {}

  /** Measures now and every minute, until `stop`. A measurement that fails leaves the last one standing. */
  async start(): Promise<void> {
    await this.measure();
    this.timer = setInterval(() => void this.measure(), EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** ms since the epoch. */
  now(): number {
    return Math.round(Date.now() + this.offsetMs);
  }

  private async measure(): Promise<void> {
    try {
      let best = { took: Infinity, offsetMs: 0 };
      for (let asked = 0; asked < ASKED; asked += 1) {
        const before = performance.now();
        const theirs = await databaseTime();
        const took = performance.now() - before;
        if (took < best.took) best = { took, offsetMs: theirs + took / 2 - Date.now() };
      }
      this.offsetMs = best.offsetMs;
    } catch (error) {
      this.log.warn({ err: error }, "the database's clock could not be read");
    }
  }
}
