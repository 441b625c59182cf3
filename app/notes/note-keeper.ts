import { Keeper, type Kept } from '@/app/deal/keeper';
import { bothNotes, type Note, type NoteAnswer } from '@/domain/notes';

/** A note as this device keeps it: its words, and the version that they were written over. */
interface Written {
  body: string;
  base: number;
}

export interface NoteState {
  body: string;
  kept: Kept;
  /** The lab has said that its writer is no longer in it: what is written is on this device alone. */
  left: boolean;
  /** It is too long for the lab: it is on this device alone until it is shorter. */
  tooLong: boolean;
  /** How the note stands where it was written elsewhere meanwhile: its writer says what becomes of the two. */
  elsewhere: Note | undefined;
}

interface NoteKeeperOptions {
  key: string;
  initial: Note;
  /** Throws where the lab can't be reached; undefined where its writer is no longer in it. */
  send: (body: string, base: number) => Promise<NoteAnswer | undefined>;
  storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

/**
 * One's note while it is being written, kept on this device at once and at the lab after a pause. Two tabs or devices
 * that write the same one are noticed: neither overwrites the other, and nothing is sent until the writer has chosen.
 */
export class NoteKeeper {
  private readonly keeper: Keeper<Written>;
  /** The newest version that these words stand on. */
  private version: number;
  private elsewhere: Note | undefined;
  private left = false;
  /** What the lab found too long; it isn't sent again. */
  private refused: string | undefined;
  private now: NoteState;
  private readonly listeners = new Set<() => void>();

  constructor({ key, initial, send, storage }: NoteKeeperOptions) {
    this.keeper = new Keeper<Written>({
      key,
      initial: { body: initial.body, base: initial.version },
      parse,
      storage,
      save: async ({ body }) => {
        if (this.elsewhere || body === this.refused) return false;
        const answer = await send(body, this.version);
        this.left = answer === undefined;
        this.refused = answer === 'too_long' ? body : undefined;
        if (!answer || answer === 'too_long') return false;
        if ('changed' in answer) {
          this.elsewhere = answer.changed;
          return false;
        }
        this.version = answer.kept;
        return true;
      },
    });
    this.version = this.keeper.state().value.base;
    this.now = this.read();
    this.keeper.subscribe(() => this.tell());
  }

  state = (): NoteState => this.now;

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  write = (body: string): void => this.keeper.set({ body, base: this.version });

  keep = (): Promise<boolean> => this.keeper.keep();

  stop = (): void => this.keeper.stop();

  /** Whether some of it is at the lab not yet. */
  waits = (): boolean => this.keeper.waits();

  /** The note as the lab has it now: taken up where nothing written here waits to be kept. */
  refresh = (note: Note): void => {
    if (note.version <= this.version || this.keeper.waits()) return;
    this.version = note.version;
    this.keeper.take({ body: note.body, base: note.version });
  };

  /** Both texts in one note: what was written elsewhere, then what was written here. */
  keepBoth = (): void => {
    const { elsewhere } = this;
    if (elsewhere) this.settle(elsewhere, bothNotes(elsewhere.body, this.now.body));
  };

  /** What was written elsewhere stands, and what was written here goes. */
  takeOther = (): void => {
    const { elsewhere } = this;
    if (elsewhere) this.settle(elsewhere, elsewhere.body);
  };

  private settle(note: Note, body: string): void {
    this.version = note.version;
    this.elsewhere = undefined;
    this.write(body);
    void this.keeper.keep();
  }

  private read(): NoteState {
    const { value, kept } = this.keeper.state();
    const { left, elsewhere } = this;
    return { body: value.body, kept, left, tooLong: value.body === this.refused, elsewhere };
  }

  private tell(): void {
    this.now = this.read();
    for (const listener of this.listeners) listener();
  }
}

function parse(stored: unknown): Written | undefined {
  const { body, base } = (stored ?? {}) as Partial<Written>;
  return typeof body === 'string' && typeof base === 'number' ? { body, base } : undefined;
}
