import { setTimeout as pause } from 'node:timers/promises';
import { followLog, sessionsToFollow } from '@/db/places';
import type { Logger } from './log';

/** Between two looks for logs that have grown. */
const EVERY_MS = 3_000;
/** Every so many looks, sessions that ended long ago are looked at too; the first time as well. */
const ALL_EVERY = 200;
/** For each millisecond of work, so many of rest: whoever talks in a room comes first. */
const REST = 9;

/**
 * Keeps what search finds a few seconds behind the logs. Several servers may: each log is followed by one at a time, and
 * what one has done the others needn't.
 */
export class PlaceKeeper {
  private readonly closing = new AbortController();
  private done: Promise<void> = Promise.resolve();

  constructor(private readonly log: Logger) {}

  start(): void {
    this.done = this.run();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.done;
  }

  private async run(): Promise<void> {
    for (let looks = 0; !this.closing.signal.aborted; looks += 1) {
      await this.look(looks % ALL_EVERY === 0).catch((error: unknown) => {
        this.log.warn({ err: error }, 'what search finds could not be brought up to date');
      });
      await this.rest(EVERY_MS);
    }
  }

  private async look(all: boolean): Promise<void> {
    for (const sessionId of await sessionsToFollow(all)) {
      for (let more = true; more && !this.closing.signal.aborted;) {
        const began = performance.now();
        more = await followLog(sessionId);
        await this.rest((performance.now() - began) * REST);
      }
    }
  }

  private async rest(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.closing.signal, ref: false }).catch(() => undefined);
  }
}
