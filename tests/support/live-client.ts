import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { emptySession, fold, type SessionEvent, type SessionState } from '@/domain/session';
import type { Ack, ByeCode, Person, PresenceChange, SyncAck, TurnAck, Welcome } from '@/domain/wire';

/** A real client of the wire, written from the protocol's page alone. */
export class LiveClient {
  readonly socket: Socket;
  state: SessionState = emptySession();
  seq = 0;
  you: Person | undefined;
  presence = new Map<string, Person>();
  /** What everybody is called, as last told. */
  readonly called = new Map<string, string>();
  readonly byes: ByeCode[] = [];
  /** Why handshakes were refused. */
  readonly refusals: string[] = [];
  readonly typing: string[] = [];
  readonly welcomes: Welcome[] = [];
  /** Every event as it arrived, and every raw message. */
  readonly events: SessionEvent[] = [];
  readonly raw: unknown[] = [];
  gaps = 0;
  private readonly watchers = new Set<() => void>();

  constructor(url: string, cookie: string | undefined, auth: object, options: object = {}) {
    this.socket = io(`${url}/live`, {
      transports: ['websocket'],
      forceNew: true,
      // A client that returns says what it has by then.
      auth: (give) => give({ ...(this.welcomes.length > 0 ? { since: this.seq } : {}), ...auth }),
      reconnectionDelay: 20,
      reconnectionDelayMax: 100,
      ...(cookie === undefined ? {} : { extraHeaders: { cookie } }),
      ...options,
    });
    this.socket.onAny((name, payload) => {
      this.raw.push({ name, payload });
      this.hear(name, payload);
      for (const watcher of this.watchers) watcher();
    });
    this.socket.on('disconnect', () => this.changed());
    this.socket.on('connect_error', (error: Error & { data?: { code: string } }) => {
      this.refusals.push(error.data?.code ?? error.message);
      this.changed();
    });
  }

  /** Resolves when the condition holds; it is asked whenever anything arrives. */
  until(condition: () => boolean, what = 'the condition'): Promise<void> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => {
        this.watchers.delete(look);
        reject(new Error(`Waited too long for ${what}.`));
      }, 10_000);
      const look = () => {
        if (!condition()) return;
        clearTimeout(limit);
        this.watchers.delete(look);
        resolve();
      };
      this.watchers.add(look);
      look();
    });
  }

  /** Resolves once welcomed; rejects with the code of a refusal. */
  async ready(): Promise<this> {
    const refused = new Promise<never>((_, reject) => {
      this.socket.once('connect_error', (error: Error & { data?: { code: string } }) => {
        reject(new Error(error.data?.code ?? error.message));
      });
    });
    await Promise.race([this.until(() => this.welcomes.length > 0, 'the welcome'), refused]);
    return this;
  }

  reached(seq: number): Promise<void> {
    return this.until(() => this.seq >= seq, `seq ${seq}`);
  }

  /** Sends a command once. */
  send(type: string, data: unknown = {}, id: string = randomUUID()): Promise<Ack> {
    return new Promise((resolve) => this.socket.emit('command', { id, type, data }, resolve));
  }

  /** Sends a command until it is answered by something else than `unavailable`, over any number of connections. */
  async insist(type: string, data: unknown = {}, id: string = randomUUID()): Promise<Ack> {
    for (;;) {
      const ack = await this.socket
        .timeout(2_000)
        .emitWithAck('command', { id, type, data })
        .catch(() => undefined as Ack | undefined);
      if (ack && (ack.ok || ack.error.code !== 'unavailable')) return ack;
      if (!this.socket.connected) await this.until(() => this.socket.connected, 'a connection');
    }
  }

  /** Sends a command that must be accepted; resolves to its seq once its events are here. */
  async does(type: string, data: unknown = {}): Promise<number> {
    const ack = await this.send(type, data);
    if (!ack.ok) throw new Error(`${type} was refused: ${JSON.stringify(ack.error)}`);
    await this.reached(ack.seq);
    return ack.seq;
  }

  sync(since: number): Promise<SyncAck> {
    return this.socket.emitWithAck('sync', { since });
  }

  turn(turnId: string): Promise<TurnAck> {
    return this.socket.emitWithAck('turn', { turnId });
  }

  /** Ends the connection as a lost network would; the client comes back by itself. */
  drop(): void {
    if (this.socket.connected) this.socket.io.engine.close();
  }

  close(): void {
    this.socket.disconnect();
  }

  /** Connects again after `close`, with what it has. */
  comeBack(): void {
    this.socket.connect();
  }

  private changed(): void {
    for (const watcher of this.watchers) watcher();
  }

  private hear(name: string, payload: unknown): void {
    if (name === 'welcome') this.welcomed(payload as Welcome);
    if (name === 'events') this.take(payload as SessionEvent[]);
    if (name === 'presence') this.met(payload as PresenceChange);
    if (name === 'typing') this.typing.push((payload as { userId: string }).userId);
    if (name === 'bye') this.byes.push((payload as { code: ByeCode }).code);
  }

  private welcomed(welcome: Welcome): void {
    this.welcomes.push(welcome);
    this.you = welcome.you;
    this.presence = new Map(welcome.presence.map((person) => [person.id, person]));
    if (welcome.state) {
      this.state = welcome.state;
      this.seq = welcome.seq;
    } else {
      this.take(welcome.events ?? []);
    }
  }

  private take(events: SessionEvent[]): void {
    for (const event of events) {
      if (event.seq <= this.seq) continue;
      if (event.seq !== this.seq + 1) {
        this.gaps += 1;
        void this.sync(this.seq).then((answer) => 'ok' in answer || this.welcomed(answer));
        return;
      }
      this.events.push(event);
      this.state = fold(this.state, event);
      this.seq = event.seq;
    }
  }

  private met({ joined, left }: PresenceChange): void {
    for (const person of joined) this.presence.set(person.id, person);
    for (const { id, name } of joined) this.called.set(id, name);
    for (const id of left) this.presence.delete(id);
  }
}
