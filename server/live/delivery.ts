import type { Id } from '@/domain/session';
import { deliver, type LiveNamespace } from './deliver';
import type { People } from './people';
import type { RoomLog } from './room-log';

/**
 * What comes alone goes out at once. After a delivery the next one waits as long as that took, and this long at least,
 * and takes along all that came meanwhile: in a busy room frames are what costs. Where many came together, more will:
 * nobody reads so many so fast that they would miss the moment.
 */
const SHORTEST_REST_MS = 25;
const LONGEST_REST_MS = 50;
const FLOOD_REST_MS = 100;
const FLOOD = 20;

/** Sends a room's events to this server's own sockets, from a cursor of its own. */
export class Delivery {
  private delivered = 0;
  private restUntil = 0;
  private due = false;

  /** `rePlace` is asked when roles may have changed; whom it names has been told the whole state. */
  constructor(
    private readonly live: LiveNamespace,
    private readonly log: RoomLog,
    private readonly people: People,
    private readonly rePlace: () => Set<Id>,
  ) {}

  /** Everything up to the log's end counts as told. */
  skip(): void {
    this.delivered = this.log.state.seq;
  }

  /** Events have come: they go out shortly. */
  soon(): void {
    if (this.due) return;
    this.due = true;
    const rest = this.restUntil - performance.now();
    if (rest > 1) setTimeout(() => this.now(), rest);
    else setImmediate(() => this.now());
  }

  /** Sends what is not yet delivered. */
  now(): void {
    this.due = false;
    const events = this.log.since(this.delivered) ?? [];
    if (events.length === 0) return;
    const began = performance.now();
    this.skip();
    const roles = events.some(({ type }) => type.startsWith('host.') || type === 'participant.removed');
    const apart = roles ? this.rePlace() : new Set<Id>();
    deliver(this.live, this.log.sessionId, this.people.here, events, this.log.state, apart);
    this.log.trim(this.delivered);
    const ended = performance.now();
    const rest = Math.min(Math.max(ended - began, SHORTEST_REST_MS), LONGEST_REST_MS);
    this.restUntil = ended + (events.length >= FLOOD ? FLOOD_REST_MS : rest);
  }
}
