import { awayMs } from '@/db/attendance';
import { peopleOf } from '@/db/session-access';
import { sessionFrame, type SessionFrame } from '@/db/session-log';
import type { Instant, SessionState } from '@/domain/session';
import type { People } from './people';
import type { RoomLog } from './room-log';

/** Many who come in at once are told what was found for the first of them. */
const FOUND_FOR_MS = 1_000;

/** For how long nobody who runs the session, a host or whoever stands in, has been in the room on any server. */
export class HostAway {
  private found: { at: number; ms: Promise<number> } | undefined;

  constructor(
    private readonly log: RoomLog,
    private readonly people: People,
    private readonly now: () => number,
  ) {}

  /** In ms; 0 while one is there. Throws when the database can't be reached. */
  async ms(state: SessionState): Promise<number> {
    if (this.isHere()) return 0;
    const frame = await this.log.open();
    const labHosts = (await peopleOf(frame.labId, this.log.sessionId))
      .filter(({ role }) => role === 'host')
      .map(({ id }) => id);
    const runs = [...labHosts, ...state.handed, ...(state.standIn ? [state.standIn] : [])];
    const away = await awayMs(this.log.sessionId, [...new Set(runs)]);
    const now = this.now();
    // Where no host was ever here, they are away since the meeting was to begin.
    const began = state.startedAt === undefined ? await this.startsAt(frame) : Date.parse(state.startedAt);
    return Math.max(now - Math.max(away === undefined ? began : now - away, began), 0);
  }

  /** Since when, in a meeting that goes on; undefined while one is there, or where the database can't be reached. */
  async since(): Promise<Instant | undefined> {
    const { state } = this.log;
    if ((state.status !== 'live' && state.status !== 'closing') || this.isHere()) return undefined;
    const asked = performance.now();
    if (!this.found || asked - this.found.at > FOUND_FOR_MS) {
      this.found = { at: asked, ms: this.ms(state).catch(() => 0) };
    }
    const ms = await this.found.ms;
    return ms > 0 && !this.isHere() ? new Date(this.now() - ms).toISOString() : undefined;
  }

  /** It may have been moved since the room was opened. */
  private async startsAt(opened: SessionFrame): Promise<number> {
    return ((await sessionFrame(this.log.sessionId)) ?? opened).startsAt;
  }

  private isHere(): boolean {
    return [...this.people.here.values()].some(({ role }) => role === 'host');
  }
}
