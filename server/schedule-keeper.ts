import { followSchedule } from '@/db/schedule-changes';
import { missedSessions } from '@/db/sessions';
import { labsBehind } from '@/db/sessions-ahead';
import { ABANDONED_MS } from '@/domain/permissions';
import type { Live } from './live/live';
import type { Logger } from './log';

const EVERY_MS = 5 * 60_000;

/** What it asks of the live rooms. */
export type KeptRooms = Pick<Live, 'cancel' | 'meetingsChanged'>;

/** What is looked after. */
interface Kept {
  labId?: string;
  sessionId?: string;
}

/**
 * Keeps every lab's sessions ahead, and cancels those that nobody held so that their deals go on. Several servers may:
 * what is done for one lab is done in turn, and a second time changes nothing.
 */
export class ScheduleKeeper {
  private timer: NodeJS.Timeout | undefined;
  private live: KeptRooms | undefined;
  /** One thing after the other. */
  private busy: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(private readonly log: Logger) {}

  /** Looks after all labs now and every few minutes. */
  start(live: KeptRooms): void {
    this.live = live;
    this.timer = setInterval(() => void this.look(), EVERY_MS).unref();
    void this.look();
  }

  /** A session of the lab is over: another one is made at the end of the row. */
  readonly over = (labId: string): void => {
    void this.inTurn({ labId }, () => this.follow(labId));
  };

  /** Looks after all labs, as happens every few minutes. */
  look(): Promise<void> {
    return this.inTurn({}, async () => {
      for (const labId of await labsBehind()) await this.attempt({ labId }, () => this.follow(labId));
      for (const sessionId of await missedSessions(ABANDONED_MS))
        await this.attempt({ sessionId }, () => this.cancel(sessionId));
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.busy;
  }

  private async follow(labId: string): Promise<void> {
    const { carryOver } = await followSchedule(labId, null);
    // Those to come are counted anew.
    await this.live?.meetingsChanged(labId);
    for (const sessionId of carryOver) await this.cancel(sessionId);
  }

  private async cancel(sessionId: string): Promise<void> {
    const ack = await this.live?.cancel(sessionId);
    if (ack) this.log.info({ sessionId, cancelled: ack.ok }, 'a session was not held');
  }

  private inTurn(what: Kept, run: () => Promise<void>): Promise<void> {
    const done = this.busy.then(() => this.attempt(what, run));
    this.busy = done;
    return done;
  }

  /** What fails is tried again the next time, and keeps nothing else from being done. */
  private async attempt(what: Kept, run: () => Promise<void>): Promise<void> {
    if (this.closed) return;
    try {
      await run();
    } catch (error) {
      this.log.warn({ ...what, err: error }, 'a schedule was not followed');
    }
  }
}
