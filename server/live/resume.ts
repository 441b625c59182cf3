import { eventsAfter } from '@/db/session-log';
import { redact, redactState, type SessionEvent, type SessionState, type Viewer } from '@/domain/session';
import type { SocketData } from './people';
import type { RoomLog } from './room-log';

/** Beyond so many the state is smaller, whatever they say. */
const MANY = 5_000;
const WEIGHED_FOR_MS = 1_000;
/** For so long after a change of role another server may still tell somebody what they might read before. */
const HEARD_WITHIN_MS = 5_000;

type Returning = Pick<SocketData, 'userId' | 'roleSince'>;

/** What a client that returns is told: the events after its last one, or the state where that is smaller. */
export type Catch = { state: SessionState } | { events: SessionEvent[] };

/** What a client lacks that has everything up to `since`. */
export interface Gap {
  since: number;
  events: SessionEvent[];
}

/** Decides between gap and state, and remembers for a moment what the state weighs. */
export class Resume {
  private weighed: { at: number; bytes: number } | undefined;
  private lastGap: { key: string; bytes: number } | undefined;

  constructor(private readonly log: RoomLog) {}

  /** The events that a client with `since` lacks, unredacted; undefined where it gets the state. May read the log. */
  async gap(since: number | undefined, who: Returning): Promise<Gap | undefined> {
    const { log } = this;
    const lacks = log.state.seq - (since ?? 0);
    if (since === undefined || lacks < 0 || lacks > MANY) return undefined;
    if (await this.hadAnotherRole(since, who)) return undefined;
    const events = log.since(since) ?? (await eventsAfter(log.sessionId, since, lacks));
    return lacks === 0 || this.gapWeight(since, events) < this.stateWeight() ? { since, events } : undefined;
  }

  /** The gap up to the head, for what came while it was read belongs to it; undefined where only the state will do. */
  complete(gap: Gap | undefined, { userId }: Returning): SessionEvent[] | undefined {
    const more = gap && this.log.since(gap.events.at(-1)?.seq ?? gap.since);
    if (!gap || !more) return undefined;
    const events = [...gap.events, ...more];
    const moved = events.some(
      ({ type, data }) => (type === 'host.handed_over' || type === 'participant.removed') && data.userId === userId,
    );
    return moved ? undefined : events;
  }

  /**
   * Whether what a client knows up to `since` may have been redacted for another role in the lab: for another eye the
   * events alone would not do.
   */
  private async hadAnotherRole(since: number, { roleSince }: Returning): Promise<boolean> {
    if (roleSince === null || since === 0) return false;
    const { log } = this;
    if (since === log.state.seq) return !isLater(log.state.at, roleSince);
    const [last] = log.since(since - 1) ?? (await eventsAfter(log.sessionId, since - 1, 1));
    return !isLater(last?.at, roleSince);
  }

  /** Many who return at once lack the same events. */
  private gapWeight(since: number, events: readonly SessionEvent[]): number {
    const key = `${since}-${events.at(-1)?.seq}`;
    if (this.lastGap?.key !== key) this.lastGap = { key, bytes: weigh(events) };
    return this.lastGap.bytes;
  }

  private stateWeight(): number {
    const now = performance.now();
    if (!this.weighed || now - this.weighed.at > WEIGHED_FOR_MS) {
      this.weighed = { at: now, bytes: weigh(this.log.state) };
    }
    return this.weighed.bytes;
  }
}

/** Redacts for one viewer what they are told. `gap` must end at the head. */
export function caughtUp(viewer: Viewer, head: SessionState, gap: readonly SessionEvent[] | undefined): Catch {
  return gap ? { events: gap.map((event) => redact(event, viewer, head)) } : { state: redactState(head, viewer) };
}

function isLater(at: string | undefined, roleSince: number): boolean {
  return at !== undefined && Date.parse(at) > roleSince + HEARD_WITHIN_MS;
}

function weigh(content: unknown): number {
  return JSON.stringify(content).length;
}
