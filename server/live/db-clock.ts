import { databaseTime } from '@/db/clock';
import type { Logger } from '../log';

const EVERY_MS = 60_000;

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
      const before = Date.now();
      const theirs = await databaseTime();
      const after = Date.now();
      this.offsetMs = theirs - (before + after) / 2;
    } catch (error) {
      this.log.warn({ err: error }, "the database's clock could not be read");
    }
  }
}
