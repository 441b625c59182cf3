import type { Id, SessionEvent } from '@/domain/session';

/** Who may read a text: everyone, its author and the hosts, the hosts alone, or nobody any more. */
type Audience = { all: true } | { hosts: boolean; id?: Id | undefined };

const MARK = /⟦\d+⟧/g;

/** Texts that can be found again wherever they turn up. */
export function marker(): (text: string) => string {
  let count = 0;
  return (text) => `⟦${++count}⟧ ${text}`.trim();
}

export function marksIn(value: unknown): Set<string> {
  return new Set(JSON.stringify(value)?.match(MARK) ?? []);
}

/**
 * Who may read which text, told from the raw log by rules of its own (SPEC R1 to R12), so that a mistake in `redact`
 * can't hide behind itself. A slot holds one text at a time: what is written over is nobody's any more.
 */
export class Secrets {
  readonly #audience = new Map<string, Audience>();
  readonly #slots = new Map<string, Set<string>>();
  readonly #revealed = new Set<string>();

  /** Every text that this viewer may read now. */
  readableBy(viewer: { id: Id; hosts: boolean }): Set<string> {
    return new Set([...this.#audience].filter(([, audience]) => may(audience, viewer)).map(([mark]) => mark));
  }

  observe(event: SessionEvent, seated: (scenarioId: Id) => boolean): void {
    const everyone = { all: true } as const;
    switch (event.type) {
      case 'host.noted':
        return this.#put(`note:${event.seq}`, event.data, { hosts: true });
      case 'scenario.submitted':
      case 'scenario.carried':
        this.#clear(`scenario:${event.data.id}:`);
        return this.#scenario(event.data.id, event.data.repId, event.data);
      case 'scenario.edited':
        return this.#scenario(event.data.scenarioId, this.#reps.get(event.data.scenarioId), event.data.changes);
      case 'scenario.withdrawn':
        if (!seated(event.data.scenarioId)) this.#clear(`scenario:${event.data.scenarioId}:`);
        return;
      case 'contribution.added':
        return this.#put(`words:${event.data.id}`, event.data.body, everyone);
      case 'contribution.edited':
        return this.#put(`words:${event.data.contributionId}`, event.data.body, everyone);
      case 'contribution.withdrawn':
        return this.#clear(`words:${event.data.contributionId}`);
      case 'contribution.hidden':
        return this.#tell(`words:${event.data.contributionId}`, { hosts: true, id: event.data.author });
      case 'ladder.revealed':
        for (const mark of marksIn(event.data.evidence)) {
          this.#revealed.add(mark);
          this.#audience.set(mark, everyone);
        }
        return;
      case 'commitment.made':
        return this.#put(`commitment:${event.data.turnId}`, event.data, everyone);
      case 'checkin.recorded':
        return this.#put(`checkin:${event.data.id}`, event.data, everyone);
      case 'session.reopened':
        for (const mark of marksIn(event.data.reported)) this.#audience.set(mark, everyone);
        for (const { checkIn } of event.data.reported ?? []) {
          this.#put(`checkin:${checkIn.id}`, checkIn.note, everyone);
        }
        return;
      case 'floor.asked':
        return this.#put(
          `question:${event.data.id}`,
          event.data.body,
          event.data.sealed ? { hosts: true, id: event.by ?? undefined } : everyone,
        );
      case 'floor.released':
        return this.#tell(`question:${event.data.questionId}`, everyone);
      case 'floor.answered':
        return this.#put(`answer:${event.data.questionId}:${event.by}`, event.data.body, everyone);
      case 'takeaway.left':
        return this.#put(`takeaway:${event.by}`, event.data.body, everyone);
      default:
        return;
    }
  }

  readonly #reps = new Map<Id, Id>();

  #scenario(id: Id, repId: Id | undefined, fields: object): void {
    if (repId) this.#reps.set(id, repId);
    for (const [field, value] of Object.entries(fields)) {
      const hostsOnly = field === 'ladder' || (field === 'pipeline' && (value as { hostsOnly?: boolean }).hostsOnly);
      this.#put(`scenario:${id}:${field}`, value, hostsOnly ? { hosts: true, id: repId } : { all: true });
    }
  }

  #put(slot: string, value: unknown, audience: Audience): void {
    this.#clear(slot);
    const marks = marksIn(value);
    this.#slots.set(slot, marks);
    for (const mark of marks) if (!this.#revealed.has(mark)) this.#audience.set(mark, audience);
  }

  #tell(slot: string, audience: Audience): void {
    for (const mark of this.#slots.get(slot) ?? []) this.#audience.set(mark, audience);
  }

  #clear(prefix: string): void {
    for (const [slot, marks] of this.#slots) {
      if (!slot.startsWith(prefix)) continue;
      for (const mark of marks) if (!this.#revealed.has(mark)) this.#audience.set(mark, { hosts: false });
      this.#slots.delete(slot);
    }
  }
}

function may(audience: Audience, viewer: { id: Id; hosts: boolean }): boolean {
  return 'all' in audience || (audience.hosts && viewer.hosts) || audience.id === viewer.id;
}
