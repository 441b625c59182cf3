import { eventsAfter } from '@/db/session-log';
import { redact, redactState, type Id, type SessionEvent, type SessionState, type Viewer } from '@/domain/session';
import type { Role } from '@/domain/vocabulary';
import type { People } from './people';
import type { RoomLog } from './room-log';

/** Up to so many events are sent as they are, without asking what the state would weigh. */
const FEW = 20;
/** Beyond so many the state is smaller, whatever they say. */
const MANY = 5_000;
const WEIGHED_FOR_MS = 1_000;

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

  constructor(
    private readonly log: RoomLog,
    private readonly people: People,
  ) {}

  /** The events that a client with `since` lacks, unredacted; undefined where it gets the state. May read the log. */
  async gap(since: number | undefined): Promise<Gap | undefined> {
    const { log } = this;
    const lacks = log.state.seq - (since ?? 0);
    if (since === undefined || lacks < 0 || lacks > MANY) return undefined;
    const events = log.since(since) ?? (await eventsAfter(log.sessionId, since, lacks));
    return lacks <= FEW || weigh(events) < this.stateWeight() ? { since, events } : undefined;
  }

  /** The gap up to the head, for what came while it was read belongs to it; undefined where only the state will do. */
  complete(gap: Gap | undefined, { userId, role }: { userId: Id; role: Role }): SessionEvent[] | undefined {
    const more = gap && this.log.since(gap.events.at(-1)?.seq ?? gap.since);
    if (!gap || !more) return undefined;
    const events = [...gap.events, ...more];
    return this.people.readsAsBefore(userId, role, events, this.log.state) ? events : undefined;
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

function weigh(content: unknown): number {
  return JSON.stringify(content).length;
}
