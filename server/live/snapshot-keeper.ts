import { saveSnapshot } from '@/db/snapshots';
import type { EventType, SessionEvent } from '@/domain/session';
import type { Logger } from '../log';
import type { RoomLog } from './room-log';

const EVERY_EVENTS = 200;
/** Not more often than this, and a hundred times what the last one took. */
const SHORTEST_PAUSE_MS = 3_000;

/** After these the state is small, and somebody may open it soon. */
const GOOD_MOMENTS: ReadonlySet<EventType> = new Set(['turn.ended', 'session.ended', 'session.started']);

/** Caches the folded state now and then, in the background; a failure costs nothing but time at the next opening. */
export class SnapshotKeeper {
  private timer: NodeJS.Timeout | undefined;
  private saving: Promise<void> | undefined;
  private notBefore = 0;

  constructor(
    private readonly log: RoomLog,
    private readonly logger: Logger,
  ) {}

  note(events: readonly SessionEvent[]): void {
    const due = this.log.state.seq - this.log.savedAt >= EVERY_EVENTS;
    if (!due && !events.some(({ type }) => GOOD_MOMENTS.has(type))) return;
    const wait = Math.max(this.notBefore - performance.now(), 0);
    this.timer ??= setTimeout(() => void this.save(), wait).unref();
  }

  /** Saves now what is not saved yet, and then nothing more. */
  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.saving;
    if (this.log.isOpen && this.log.state.seq - this.log.savedAt >= EVERY_EVENTS / 4) await this.save();
  }

  private async save(): Promise<void> {
    this.timer = undefined;
    this.saving ??= this.write().finally(() => (this.saving = undefined));
    return this.saving;
  }

  private async write(): Promise<void> {
    const { state, sessionId } = this.log;
    const began = performance.now();
    try {
      await saveSnapshot(sessionId, state);
      this.log.savedAt = Math.max(this.log.savedAt, state.seq);
    } catch (error) {
      this.logger.warn({ err: error, sessionId }, 'a snapshot was not saved');
    }
    const took = performance.now() - began;
    this.notBefore = began + Math.max(SHORTEST_PAUSE_MS, took * 100);
  }
}
