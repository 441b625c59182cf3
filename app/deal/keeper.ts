import { unstable_rethrow as rethrow } from 'next/navigation';

/** `local`: only this device has it; the lab could not be reached. */
export type Kept = 'none' | 'keeping' | 'kept' | 'local';

const PAUSE_MS = 1200;
const RETRY_MS = 10_000;

export interface KeeperOptions<T> {
  /** Where this device keeps it. */
  key: string;
  initial: T;
  /** Reads what this device kept; undefined where it can't be read. */
  parse: (stored: unknown) => T | undefined;
  /** Keeps it at the lab, too. Throws or says false where that failed; it may lead away, to sign in. */
  save?: (value: T) => Promise<boolean>;
  /** What keeps it on this device; left out where there is none. */
  storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

/**
 * Something that is being written: each change goes to this device at once, and to the lab after a pause, so that
 * neither a reload nor a lost connection loses it. What only this device has comes before what the lab has.
 */
export class Keeper<T> {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private over = false;
  /** Some of it is at the lab not yet. */
  private dirty = false;
  private listeners = new Set<() => void>();
  private now: { value: T; kept: Kept };

  constructor(private readonly options: KeeperOptions<T>) {
    const unsent = this.read();
    this.now = { value: unsent ?? options.initial, kept: 'none' };
    if (unsent === undefined) return;
    this.dirty = true;
    if (options.save) this.later(PAUSE_MS);
  }

  state = () => this.now;

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Whether some of it is at the lab not yet. */
  waits = (): boolean => this.dirty;

  /** As the lab has it by now; the caller knows that nothing waits. */
  take = (value: T): void => {
    this.tell({ value, kept: 'none' });
    this.write(true);
  };

  /** Another version of it. */
  set = (value: T): void => {
    this.dirty = true;
    this.tell({ value });
    this.write(false);
    if (this.options.save) this.later(PAUSE_MS);
  };

  /** Brings the newest version to the lab now; whether it got there. */
  keep = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    const { save } = this.options;
    if (!save || this.over) return !this.over;
    this.tell({ kept: 'keeping' });
    const sending = this.now.value;
    const done = await save(sending).catch((error: unknown) => {
      // From the page that this leads to, another try would lead there again, whatever one does there.
      if (leadsAway(error)) this.stop();
      return false;
    });
    if (this.over) return done;
    if (!done) {
      this.tell({ kept: 'local' });
      this.later(RETRY_MS);
      return false;
    }
    if (this.now.value !== sending) return this.keep();
    this.dirty = false;
    this.write(true);
    this.tell({ kept: 'kept' });
    return true;
  };

  /** It has gone where it belongs: nothing of it is kept any more. */
  forget = (): void => {
    this.stop();
    this.options.storage?.removeItem(this.options.key);
  };

  /** Brings nothing to the lab any more; this device keeps what it has. */
  stop = (): void => {
    this.over = true;
    clearTimeout(this.timer);
  };

  private later(ms: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keep(), ms);
  }

  private tell(change: Partial<{ value: T; kept: Kept }>) {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }

  private read(): T | undefined {
    try {
      const stored = JSON.parse(this.options.storage?.getItem(this.options.key) ?? 'null') as {
        value?: unknown;
        sent?: boolean;
      } | null;
      return stored && !stored.sent ? this.options.parse(stored.value) : undefined;
    } catch {
      return undefined;
    }
  }

  private write(sent: boolean) {
    if (this.over) return;
    try {
      this.options.storage?.setItem(this.options.key, JSON.stringify({ value: this.now.value, sent }));
    } catch {
      // A device that keeps nothing still has the lab.
    }
  }
}

/** Whether an action failed because it leads to another page. */
function leadsAway(error: unknown): boolean {
  try {
    rethrow(error);
    return false;
  } catch {
    return true;
  }
}
