import { turnOfContribution } from '@/db/session-facts';
import { eventsOfTurn } from '@/db/session-log';
import { isAbout, wholeTurn, type EndedTurn, type Id, type SessionEvent } from '@/domain/session';

const KEPT_TURNS = 8;

interface Kept {
  events: SessionEvent[];
  read: Promise<void>;
}

/** The words of ended turns: read from the log when they are asked for, a few kept and kept current. */
export class TurnWords {
  private readonly turns = new Map<Id, Kept>();

  constructor(private readonly sessionId: Id) {}

  /** Notes events that have entered the log, in their order; what was read from it already is not noted again. */
  note(events: readonly SessionEvent[]): void {
    for (const [turnId, kept] of this.turns) {
      for (const event of events) if (isAbout(event, turnId)) this.add(kept, event);
    }
  }

  forget(): void {
    this.turns.clear();
  }

  /** An ended turn whole, with `pending` events that are decided but not yet in the log; undefined where there is none. */
  async whole(turnId: Id, pending: readonly SessionEvent[] = []): Promise<EndedTurn | undefined> {
    const stored = await this.eventsOf(turnId);
    const head = stored.at(-1)?.seq ?? 0;
    return wholeTurn([...stored, ...pending.filter(({ seq }) => seq > head)], turnId);
  }

  /** The turn in which a contribution was made; undefined where this session has none such. */
  async turnOf(contributionId: Id, pending: readonly SessionEvent[] = []): Promise<Id | undefined> {
    for (const event of pending) {
      if (event.type === 'contribution.added' && event.data.id === contributionId) return event.data.turnId;
    }
    return turnOfContribution(this.sessionId, contributionId);
  }

  private add(kept: Kept, event: SessionEvent): void {
    if (event.seq > (kept.events.at(-1)?.seq ?? 0)) kept.events.push(event);
  }

  private async eventsOf(turnId: Id): Promise<SessionEvent[]> {
    const kept = this.turns.get(turnId) ?? this.begin(turnId);
    this.turns.delete(turnId);
    this.turns.set(turnId, kept);
    const [oldest] = this.turns.keys();
    if (this.turns.size > KEPT_TURNS && oldest !== undefined) this.turns.delete(oldest);
    await kept.read;
    return kept.events;
  }

  private begin(turnId: Id): Kept {
    const kept: Kept = { events: [], read: Promise.resolve() };
    kept.read = eventsOfTurn(this.sessionId, turnId).then(
      (stored) => {
        // Events that came in meanwhile may be among those that were read.
        const head = stored.at(-1)?.seq ?? 0;
        kept.events = [...stored, ...kept.events.filter(({ seq }) => seq > head)];
      },
      (error: unknown) => {
        this.turns.delete(turnId);
        throw error;
      },
    );
    return kept;
  }
}
