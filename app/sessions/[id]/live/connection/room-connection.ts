import type { CommandType } from '@/domain/permissions';
import type { CommandData } from '@/domain/protocol';
import type { SessionEvent } from '@/domain/session/events';
import type { EndedTurn, Id } from '@/domain/session/state';
import type { Ack, Bye, Goodbye, HandshakeRefusal, PresenceChange, SyncAck, TurnAck, Welcome } from '@/domain/wire';
import type { Kept } from './kept';
import { Outbox, type WordType } from './outbox';
import { RoomClock } from './room-clock';
import type { RoomSocket } from './room-socket';
import { drawn, EMPTY_VIEW, namesStranger, presenceChanged, welcomed, writes, type RoomView } from './room-view';

const ACK_MS = 5000;
const HEARTBEAT_MS = 8000;
const TYPING_EVERY_MS = 2000;

const GONE: Ack = {
  ok: false,
  error: { code: 'unavailable', message: 'The room is not reachable. Try again once you are back.' },
};

/**
 * One person's way into a live room: draws nothing before the server has it, notices gaps and asks, resends under one id
 * until answered, and keeps the server's clock. Subscribers get a new `view` on each change.
 */
export class RoomConnection {
  readonly clock: RoomClock;
  readonly #connect: () => RoomSocket;
  #socket: RoomSocket | undefined;
  readonly #outbox: Outbox;
  readonly #newId: () => string;
  readonly #listeners = new Set<() => void>();
  readonly #reload: () => void;
  #view: RoomView = EMPTY_VIEW;
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #syncing = false;
  #back: (() => void)[] = [];
  #typedAt = 0;

  constructor(options: {
    /** Makes the socket; `since` is asked at each handshake. */
    connect: (since: () => number | undefined) => RoomSocket;
    kept: Kept;
    clock?: RoomClock;
    newId?: () => string;
    /** Called when the server says that this page is outdated. */
    reload?: () => void;
  }) {
    this.clock = options.clock ?? new RoomClock();
    this.#newId = options.newId ?? (() => crypto.randomUUID());
    this.#reload = options.reload ?? (() => undefined);
    this.#outbox = new Outbox(
      options.kept,
      {
        emit: (command) => this.#command(command),
        newId: this.#newId,
        now: () => this.clock.now(),
        later: (run, ms) => void setTimeout(run, ms),
      },
      (words) => this.#set({ words }),
    );
    this.#set({ words: this.#outbox.words });
    this.#connect = () => options.connect(() => this.#view.state?.seq);
  }

  get view(): RoomView {
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Enters the room. */
  open(): void {
    if (!this.#socket) {
      this.#socket = this.#connect();
      this.#listen(this.#socket);
    }
    this.#socket.connect();
    this.#heartbeat ??= setInterval(() => void this.#beat(), HEARTBEAT_MS);
  }

  /** Leaves the room; words that wait stay kept. */
  close(): void {
    clearInterval(this.#heartbeat);
    this.#heartbeat = undefined;
    this.#outbox.close();
    this.#socket?.disconnect();
  }

  /** The device says that its network is gone: believe it at once. */
  networkLost(): void {
    this.#socket?.cut();
    this.#lost();
  }

  /** The device says that its network is back, or it woke up. */
  networkBack(): void {
    if (this.#view.link === 'shut') return;
    if (this.#socket?.connected) void this.#beat();
    else this.#socket?.connect();
  }

  /** Sends a control. It is answered, under one id, even if the connection breaks meanwhile. */
  async send<T extends CommandType>(type: T, data: CommandData<T>): Promise<Ack> {
    if (this.#view.link !== 'here') return GONE;
    const command = { id: this.#newId(), type, data };
    this.#set({ doing: new Set([...this.#view.doing, type]) });
    try {
      for (;;) {
        const ack = await this.#command(command).catch(() => undefined);
        if (ack) return ack;
        if (!this.#socket?.connected && !(await this.#whenBack())) return GONE;
      }
    } finally {
      const doing = new Set(this.#view.doing);
      doing.delete(type);
      this.#set({ doing });
    }
  }

  /** Says something. It waits, kept on this device, until the room has it; gives its command id. */
  say<T extends WordType>(type: T, data: CommandData<T>): string {
    return this.#outbox.say(type, data);
  }

  /** Takes waiting or refused words back. */
  drop(wordId: string): void {
    this.#outbox.drop(wordId);
  }

  /** Tells the room that this person is writing; at most every two seconds, lost without harm. */
  typing(): void {
    const now = this.clock.tick();
    if (!this.#socket?.connected || now - this.#typedAt < TYPING_EVERY_MS) return;
    this.#typedAt = now;
    this.#socket.emit('typing');
  }

  /** Fetches an ended turn whole. */
  async turn(turnId: Id): Promise<EndedTurn | undefined> {
    const ack = (await this.#ask('turn', { turnId }).catch(() => undefined)) as TurnAck | undefined;
    return ack && !('ok' in ack) ? ack : undefined;
  }

  #listen(socket: RoomSocket): void {
    const on = (event: string, listener: (...args: never[]) => void) => socket.on(event, listener);
    on('welcome', (welcome: Welcome) => this.#welcome(welcome));
    on('events', (events: SessionEvent[]) => this.#events(events));
    on('presence', (change: PresenceChange) => this.#set(presenceChanged(this.#view, change)));
    on('typing', ({ userId }: { userId: Id }) => this.#set(writes(this.#view, userId, this.clock.now())));
    on('sharing', () => this.#set({ sharing: this.#view.sharing + 1 }));
    on('meeting', () => this.#set({ meeting: {} }));
    on('bye', (bye: Bye) => this.#bye(bye));
    on('disconnect', () => this.#lost());
    on('connect_error', (error: Error & { data?: { code?: HandshakeRefusal } }) => {
      const code = error.data?.code;
      if (code) this.#shut(code);
      else this.#lost();
    });
  }

  #welcome(welcome: Welcome): void {
    this.clock.heard(Date.parse(welcome.serverTime), this.clock.tick());
    const away = this.#view.link === 'away';
    this.#set({ ...welcomed(welcome), ...(away ? { meeting: { away } } : {}) });
    if (welcome.events) this.#events(welcome.events);
    const seq = this.#view.state?.seq;
    if (seq !== undefined) this.#outbox.drawnUpTo(seq);
    this.#outbox.open();
    const waiting = this.#back;
    this.#back = [];
    for (const resume of waiting) resume();
    void this.#beat();
  }

  #events(events: readonly SessionEvent[]): void {
    const { change, gap } = drawn(this.#view, events);
    if (change) {
      this.#set(change);
      this.#outbox.drawnUpTo(change.state.seq);
    }
    if (gap || namesStranger(this.#view, events)) void this.#sync();
  }

  async #sync(): Promise<void> {
    if (this.#syncing) return;
    this.#syncing = true;
    try {
      const ack = (await this.#ask('sync', { since: this.#view.state?.seq ?? 0 })) as SyncAck;
      if (!('ok' in ack)) this.#welcome(ack);
    } catch {
      // The next events, or the next welcome, ask again.
    } finally {
      this.#syncing = false;
    }
  }

  #bye({ code, fromLab }: Bye): void {
    if (code === 'outdated') {
      this.#set({ outdated: true });
      this.#reload();
    } else if (code !== 'server_closing') {
      this.#shut(fromLab ? 'removed_from_lab' : code);
    }
  }

  #shut(code: HandshakeRefusal | Goodbye): void {
    this.#outbox.close();
    this.#set({ link: 'shut', shutBy: code });
    for (const resume of this.#back.splice(0)) resume();
    this.#socket?.disconnect();
  }

  #lost(): void {
    if (this.#view.link === 'shut') return;
    this.#outbox.close();
    if (this.#view.link === 'here') this.#set({ link: 'away', typing: {} });
  }

  /** Asks the server's clock; an answer that does not come means that the connection is lost. */
  async #beat(): Promise<void> {
    if (!this.#socket?.connected) return;
    const askedAt = this.clock.tick();
    try {
      const { serverTime } = (await this.#ask('time')) as { serverTime: string };
      this.clock.heard(Date.parse(serverTime), askedAt);
      this.#set({});
    } catch {
      if (this.#socket?.connected) this.networkLost();
    }
  }

  async #command(command: { id: string; type: string; data: unknown }): Promise<Ack> {
    return (await this.#ask('command', command)) as Ack;
  }

  #ask(event: string, ...args: unknown[]): Promise<unknown> {
    if (!this.#socket?.connected) return Promise.reject(new Error('not connected'));
    return this.#socket.timeout(ACK_MS).emitWithAck(event, ...args);
  }

  /** Resolves once the room is back; to false when it never will be. */
  #whenBack(): Promise<boolean> {
    if (this.#view.link === 'shut') return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#back.push(() => resolve(this.#view.link !== 'shut'));
    });
  }

  #set(change: Partial<RoomView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
