import { eventsAfter, loadState, sessionFrame, type KnownCommand, type SessionFrame } from '@/db/session-log';
import { dropSnapshot } from '@/db/snapshots';
import { emptySession, foldAll, type Id, type SessionEvent, type SessionState } from '@/domain/session';

/** Events kept at hand for those who come back; older ones are read from the log. */
const RECENT = 1_000;
const REMEMBERED_COMMANDS = 4_000;

/**
 * What one process remembers of a session's log: the folded state, the newest events, the newest commands. The log
 * itself is the truth; this may be behind it, and is never ahead.
 */
export class RoomLog {
  state: SessionState = emptySession();
  /** The seq of the snapshot that the log was opened from. */
  savedAt = 0;
  private opened: SessionFrame | undefined;
  private opening: Promise<SessionFrame> | undefined;
  private recent: SessionEvent[] = [];
  private readonly commands = new Map<Id, KnownCommand>();

  /** `onEvents` hears of every event once, in order, as it enters memory after the opening. */
  constructor(
    readonly sessionId: Id,
    private readonly onEvents: (events: readonly SessionEvent[]) => void,
  ) {}

  /** Opens the log if memory doesn't hold it. Throws when the database can't be reached, or there is no such session. */
  async open(): Promise<SessionFrame> {
    if (this.opened) return this.opened;
    this.opening ??= this.load().finally(() => (this.opening = undefined));
    return this.opening;
  }

  get isOpen(): boolean {
    return this.opened !== undefined;
  }

  get frame(): SessionFrame | undefined {
    return this.opened;
  }

  /** Takes in events that are in the log. Those it has are skipped; false where some before them are missing. */
  take(events: readonly SessionEvent[], after?: SessionState): boolean {
    const fresh = events.filter(({ seq }) => seq > this.state.seq);
    const first = fresh[0];
    if (!first) return true;
    if (first.seq !== this.state.seq + 1) return false;
    this.state = after && fresh.length === events.length ? after : foldAll(this.state, fresh);
    for (const event of fresh) this.recent.push(event);
    this.onEvents(fresh);
    return true;
  }

  /**
   * Reads what other servers have added. False, with nothing taken in, where the log turns out to be another than memory,
   * as after a restored backup, or has a gap: then `reread`.
   */
  async catchUp(): Promise<boolean> {
    await this.open();
    const { seq, at } = this.state;
    const last = this.recent.at(-1);
    const read = await eventsAfter(this.sessionId, Math.max(seq - 1, 0));
    const newer = read.filter((event) => event.seq > seq);
    const same = read.find((event) => event.seq === seq);
    if (same?.at !== at || (last?.seq === seq && last.command !== same?.command)) return false;
    return this.take(newer);
  }

  /** Forgets all that memory holds, and reads the log from its beginning. */
  async reread(): Promise<void> {
    await dropSnapshot(this.sessionId);
    this.opened = undefined;
    this.commands.clear();
    await this.open();
  }

  /** The events after `since` as far as memory reaches back; undefined where it doesn't. */
  since(since: number): SessionEvent[] | undefined {
    if (since >= this.state.seq) return [];
    const first = this.recent[0];
    return first && first.seq <= since + 1 ? this.recent.slice(since + 1 - first.seq) : undefined;
  }

  /** Lets go of the oldest events, but of none after `delivered`. */
  trim(delivered: number): void {
    if (this.recent.length < RECENT * 2) return;
    this.recent = this.recent.filter(({ seq }, index) => seq > delivered || index >= this.recent.length - RECENT);
  }

  commandKnown(commandId: Id): KnownCommand | undefined {
    return this.commands.get(commandId);
  }

  rememberCommand(commandId: Id, known: KnownCommand): void {
    this.commands.set(commandId, known);
    if (this.commands.size <= REMEMBERED_COMMANDS) return;
    const [oldest] = this.commands.keys();
    if (oldest !== undefined) this.commands.delete(oldest);
  }

  private async load(): Promise<SessionFrame> {
    const [frame, loaded] = await Promise.all([sessionFrame(this.sessionId), loadState(this.sessionId)]);
    if (!frame) throw new Error(`There is no session ${this.sessionId}.`);
    this.state = loaded.state;
    this.savedAt = loaded.savedAt;
    this.recent = loaded.tail.slice(-RECENT);
    this.opened = frame;
    return frame;
  }
}
