import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { CommandType } from '@/domain/permissions';
import { emptySession, foldAll, type Id, type SessionEvent, type SessionState } from '@/domain/session';
import type { Ack, ClientToServer, Person, ServerToClient, SyncAck, Welcome } from '@/domain/wire';
import type { Actor } from './cast';

/** Whoever acts by hand under a simulated name has it to themselves for this long. */
const YIELD_MS = 15 * 60_000;
const TYPING_EVERY_MS = 2000;
const MS_PER_LETTER = 45;

/** One simulated person in the room, over the real protocol. */
export class Voice {
  state: SessionState = emptySession();
  /** Everyone in the room, by id. */
  readonly here = new Map<Id, Person>();
  you: Person | undefined;
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private readonly sent = new Set<string>();
  private yieldUntil = 0;

  constructor(
    readonly actor: Actor,
    url: string,
    cookie: string,
    sessionId: Id,
  ) {
    this.socket = io(`${url}/live`, {
      transports: ['websocket'],
      extraHeaders: { cookie },
      auth: (give) => give({ sessionId, ...(this.you ? { since: this.state.seq } : {}) }),
    });
    this.socket.on('welcome', (welcome) => this.welcomed(welcome));
    this.socket.on('events', (events) => this.hear(events));
    this.socket.on('presence', ({ joined, left }) => {
      for (const person of joined) this.here.set(person.id, person);
      for (const id of left) this.here.delete(id);
    });
    // Whoever was removed or signed out stays away; any other fault passes.
    this.socket.on('connect_error', (error) => {
      if ('data' in error) this.socket.disconnect();
    });
  }

  /** Whether it may act: in the room, and nobody plays it by hand. */
  get free(): boolean {
    return this.socket.connected && this.you !== undefined && Date.now() >= this.yieldUntil;
  }

  get id(): Id {
    return this.you?.id ?? '';
  }

  /** Sends a command; what is refused is let be, for the room has moved on. */
  async send(type: CommandType, data: object = {}): Promise<void> {
    const id = randomUUID();
    this.sent.add(id);
    await this.socket
      .timeout(5000)
      .emitWithAck('command', { id, type, data })
      .catch((): Ack | undefined => undefined);
  }

  /** Shows the room for a while that something is being written. */
  async write(text: string): Promise<void> {
    const until = Date.now() + Math.min(Math.max(text.length * MS_PER_LETTER, 2000), 7000);
    while (Date.now() < until) {
      this.socket.volatile.emit('typing');
      await pause(Math.min(TYPING_EVERY_MS, Math.max(until - Date.now(), 0)));
    }
  }

  private welcomed({ you, presence, state, events }: Welcome): void {
    this.you = you;
    this.here.clear();
    for (const person of presence) this.here.set(person.id, person);
    if (state) this.state = state;
    else if (events) this.hear(events);
  }

  private hear(events: readonly SessionEvent[]): void {
    const fresh = events.filter(({ seq }) => seq > this.state.seq);
    const first = fresh[0];
    if (!first) return;
    if (first.seq !== this.state.seq + 1) {
      this.socket.emit('sync', { since: this.state.seq }, (answer: SyncAck) => {
        if (!('ok' in answer)) this.welcomed(answer);
      });
      return;
    }
    this.state = foldAll(this.state, fresh);
    const byHand = fresh.some(({ by, command }) => by === this.id && command !== undefined && !this.sent.has(command));
    if (byHand) this.yieldUntil = Date.now() + YIELD_MS;
  }
}
