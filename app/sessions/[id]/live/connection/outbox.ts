import type { Refusal } from '@/domain/errors';
import type { CommandType } from '@/domain/permissions';
import type { CommandData } from '@/domain/protocol';
import type { Ack } from '@/domain/wire';
import type { Kept } from './kept';

/** The commands that may wait for the room: words. Host controls never do. */
export type WordType = Extract<
  CommandType,
  'contribution.add' | 'ladder.vote' | 'commitment.make' | 'floor.ask' | 'floor.answer' | 'takeaway.leave'
>;

export type Word = {
  [T in WordType]: { id: string; type: T; data: CommandData<T>; writtenAt: number };
}[WordType] & {
  /** `sent` is acknowledged, and only waits for its event to be drawn. */
  stands: 'waiting' | 'sent' | 'refused';
  seq?: number;
  error?: Refusal;
};

/** Refusals after which the same words go out again by themselves. */
const PASSING = new Set(['unavailable', 'rate_limited']);

export interface OutboxWire {
  /** Sends one command; rejects when no answer came in time. */
  emit: (command: { id: string; type: string; data: unknown }) => Promise<Ack>;
  newId: () => string;
  now: () => number;
  later: (run: () => void, ms: number) => void;
}

const RETRY_MS = 1500;
const KEPT_AS = 'word/';

/**
 * Words on their way: kept on the device, sent in order, one in flight at a time, under one id until they are answered.
 * Refused words stay, with the reason, until their writer decides.
 */
export class Outbox {
  #words: readonly Word[];
  #open = false;
  #sending = false;
  #drawn = 0;
  readonly #kept: Kept;
  readonly #wire: OutboxWire;
  readonly #changed: (words: readonly Word[]) => void;

  constructor(kept: Kept, wire: OutboxWire, changed: (words: readonly Word[]) => void) {
    this.#kept = kept;
    this.#wire = wire;
    this.#changed = changed;
    this.#words = kept
      .names(KEPT_AS)
      .flatMap((name) => kept.read<Word>(name) ?? [])
      .filter((word) => word.stands !== 'sent')
      .sort((a, b) => a.writtenAt - b.writtenAt);
  }

  get words(): readonly Word[] {
    return this.#words;
  }

  /** Takes words in; they go out as soon as the room is there. */
  say<T extends WordType>(type: T, data: CommandData<T>): string {
    const id = this.#wire.newId();
    const word = { id, type, data, writtenAt: this.#wire.now(), stands: 'waiting' } as Word;
    this.#set([...this.#words, word]);
    void this.#pump();
    return id;
  }

  /** The room is there: what waits goes out. */
  open(): void {
    this.#open = true;
    void this.#pump();
  }

  close(): void {
    this.#open = false;
  }

  /** Takes words out again: the writer has decided, or they are drawn as events. */
  drop(id: string): void {
    this.#set(this.#words.filter((word) => word.id !== id));
  }

  /** Everything acknowledged up to `seq` is drawn from the log by now. */
  drawnUpTo(seq: number): void {
    this.#drawn = seq;
    const left = this.#words.filter((word) => !(word.stands === 'sent' && (word.seq ?? 0) <= seq));
    if (left.length !== this.#words.length) this.#set(left);
  }

  async #pump(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let next = this.#next(); this.#open && next; next = this.#next()) {
        const { id, type, data } = next;
        const ack = await this.#wire.emit({ id, type, data }).catch(() => undefined);
        if (!ack) {
          if (this.#open) continue;
          break;
        }
        if (!ack.ok && PASSING.has(ack.error.code)) {
          this.#wire.later(() => void this.#pump(), RETRY_MS);
          break;
        }
        // The event may have come before the answer.
        if (ack.ok && ack.seq <= this.#drawn) this.drop(id);
        else this.#change(id, ack.ok ? { stands: 'sent', seq: ack.seq } : { stands: 'refused', error: ack.error });
      }
    } finally {
      this.#sending = false;
    }
  }

  #next(): Word | undefined {
    return this.#words.find((word) => word.stands === 'waiting');
  }

  #change(id: string, how: Partial<Pick<Word, 'stands' | 'seq' | 'error'>>): void {
    this.#set(this.#words.map((word) => (word.id === id ? { ...word, ...how } : word)));
  }

  /** Each word is kept by itself: the tabs of one person write beside, not over, each other. */
  #set(words: readonly Word[]): void {
    for (const word of words) if (!this.#words.includes(word)) this.#kept.write(KEPT_AS + word.id, word);
    for (const { id } of this.#words) if (!words.some((word) => word.id === id)) this.#kept.remove(KEPT_AS + id);
    this.#words = words;
    this.#changed(words);
  }
}
