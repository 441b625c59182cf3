import { v7 as newId } from 'uuid';
import { recordAttendance, renewAttendance, type Arrival } from '@/db/attendance';
import type { Id } from '@/domain/session';
import type { Logger } from '../log';

const WRITE_AFTER_MS = 50;
const RENEW_EVERY_MS = 20_000;

/** Who is here by way of this server, as rows that other servers can read; written together, and renewed while they stay. */
export class AttendanceBook {
  private came: Arrival[] = [];
  private went: Id[] = [];
  private touched = new Set<Id>();
  private readonly here = new Set<Id>();
  /** Gone from here, and not yet written down as gone. */
  private readonly leaving = new Set<Id>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private readonly renewal: NodeJS.Timeout;

  /** `onWritten` hears in which sessions others may now read of a coming or going. */
  constructor(
    private readonly log: Logger,
    private readonly onWritten: (sessionIds: Set<Id>) => void,
  ) {
    this.renewal = setInterval(() => void this.renew(), RENEW_EVERY_MS).unref();
  }

  /** The rows that speak for this server: of those who are here, or whose leaving is still to be written. */
  get rows(): Id[] {
    return [...this.here, ...this.leaving];
  }

  /** Notes an arrival; returns the row to hand to `left`. */
  arrived(arrival: Omit<Arrival, 'id'>): { id: Id; sessionId: Id } {
    const id = newId();
    this.here.add(id);
    this.came.push({ id, ...arrival });
    this.touched.add(arrival.sessionId);
    this.soon();
    return { id, sessionId: arrival.sessionId };
  }

  left({ id, sessionId }: { id: Id; sessionId: Id }): void {
    if (!this.here.delete(id)) return;
    this.went.push(id);
    this.leaving.add(id);
    this.touched.add(sessionId);
    this.soon();
  }

  /** Writes down that everyone has left. */
  async close(): Promise<void> {
    clearInterval(this.renewal);
    clearTimeout(this.timer);
    this.went.push(...this.here);
    this.here.clear();
    await this.write();
  }

  private soon(): void {
    this.timer ??= setTimeout(() => void this.write(), WRITE_AFTER_MS);
  }

  private write(): Promise<void> {
    this.timer = undefined;
    this.writing = this.writing.then(async () => {
      const { came, went, touched } = this;
      [this.came, this.went, this.touched] = [[], [], new Set()];
      try {
        // One statement can't close a row that it makes.
        const passing = new Set(came.map(({ id }) => id));
        await recordAttendance(
          came,
          went.filter((id) => !passing.has(id)),
        );
        await recordAttendance(
          [],
          went.filter((id) => passing.has(id)),
        );
        for (const id of went) this.leaving.delete(id);
        this.onWritten(touched);
      } catch (error) {
        this.log.warn({ err: error }, 'attendance was not written');
        this.came.unshift(...came);
        this.went.unshift(...went);
        for (const id of touched) this.touched.add(id);
      }
    });
    return this.writing;
  }

  private async renew(): Promise<void> {
    if (this.came.length + this.went.length > 0) this.soon();
    await renewAttendance([...this.here]).catch((error: unknown) =>
      this.log.warn({ err: error }, 'attendance not renewed'),
    );
  }
}
