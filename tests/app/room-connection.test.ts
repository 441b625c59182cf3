import { describe, expect, it, vi } from 'vitest';
import type { Kept } from '@/app/sessions/[id]/live/connection/kept';
import { RoomClock } from '@/app/sessions/[id]/live/connection/room-clock';
import { RoomConnection } from '@/app/sessions/[id]/live/connection/room-connection';
import type { RoomSocket } from '@/app/sessions/[id]/live/connection/room-socket';
import { emptySession, type SessionEvent } from '@/domain/session';
import type { Ack, Welcome } from '@/domain/wire';

const ME = { id: '00000000-0000-7000-8000-000000000001', name: 'Marisol Vega', role: 'rep' as const };
const SERVER_NOW = Date.parse('2026-12-03T17:00:00Z');

/** The server's end of a socket, in the hands of the test. */
class FakeServer {
  connected = false;
  sent: { event: string; args: unknown[] }[] = [];
  since: (() => number | undefined) | undefined;
  #listeners = new Map<string, (...args: never[]) => void>();
  #answers: { event: string; args: unknown[]; answer: (value: unknown) => void; fail: () => void }[] = [];

  readonly connect = (since: () => number | undefined): RoomSocket => {
    this.since = since;
    const isConnected = () => this.connected;
    return {
      get connected() {
        return isConnected();
      },
      connect: () => undefined,
      disconnect: () => this.lose(),
      on: (event, listener) => this.#listeners.set(event, listener),
      emit: (event, ...args) => this.sent.push({ event, args }),
      cut: () => this.lose(),
      timeout: () => ({
        emitWithAck: (event, ...args) =>
          new Promise((answer, reject) => {
            this.sent.push({ event, args });
            if (event === 'time') answer({ serverTime: new Date(SERVER_NOW).toISOString() });
            else this.#answers.push({ event, args, answer, fail: () => reject(new Error('timeout')) });
          }),
      }),
    };
  };

  push(event: string, ...args: unknown[]): void {
    this.#listeners.get(event)?.(...(args as never[]));
  }

  welcome(seq: number, rest: Partial<Welcome> = {}): void {
    this.connected = true;
    const serverTime = new Date(SERVER_NOW).toISOString();
    const state = { ...emptySession(), seq };
    this.push('welcome', { you: ME, seq, serverTime, presence: [ME], people: [ME], state, ...rest } satisfies Welcome);
  }

  lose(): void {
    if (!this.connected) return;
    this.connected = false;
    this.push('disconnect');
    for (const waiting of this.#answers.splice(0)) waiting.fail();
  }

  commands(): { id: string; type: string; data: Record<string, unknown> }[] {
    return this.sent.filter(({ event }) => event === 'command').map(({ args }) => args[0]) as never;
  }

  /** Answers the oldest open question of that kind. */
  async answer(event: string, value: unknown): Promise<void> {
    await vi.waitFor(() => expect(this.#answers.some((one) => one.event === event)).toBe(true));
    const index = this.#answers.findIndex((one) => one.event === event);
    this.#answers.splice(index, 1)[0]?.answer(value);
    await Promise.resolve();
  }

  /** Lets the oldest open question run out of time. */
  async ignore(event: string): Promise<void> {
    await vi.waitFor(() => expect(this.#answers.some((one) => one.event === event)).toBe(true));
    const index = this.#answers.findIndex((one) => one.event === event);
    this.#answers.splice(index, 1)[0]?.fail();
  }
}

function memory(): Kept {
  const map = new Map<string, string>();
  const write = (name: string, value: unknown) => void map.set(name, JSON.stringify(value));
  return {
    read: <T>(name: string) => (map.has(name) ? (JSON.parse(map.get(name) ?? '') as T) : undefined),
    write,
    writeSoon: write,
    remove: (name) => void map.delete(name),
    forget: () => undefined,
    names: (prefix) => [...map.keys()].filter((name) => name.startsWith(prefix)),
    subscribe: () => () => undefined,
  };
}

let made = 0;

function enter(kept = memory(), clock = new RoomClock(() => 5000)) {
  const server = new FakeServer();
  const connection = new RoomConnection({ connect: server.connect, kept, clock, newId: () => `id-${(made += 1)}` });
  connection.open();
  return { server, connection, kept };
}

const seconded = (seq: number): SessionEvent => ({
  seq,
  at: new Date(SERVER_NOW).toISOString(),
  by: null,
  type: 'withheld',
  data: {},
});
const says = (body: string) => ({ kind: 'advice' as const, body });
const ok = (seq: number): Ack => ({ ok: true, seq });

describe('the room in the browser', () => {
  it('folds events in order, drops what it has, and asks when it sees a gap (W)', async () => {
    const { server, connection } = enter();
    server.welcome(3);
    server.push('events', [seconded(2), seconded(3), seconded(4)]);
    expect(connection.view.state?.seq).toBe(4);
    server.push('events', [seconded(7)]);
    expect(connection.view.state?.seq).toBe(4);
    expect(server.sent.at(-1)).toEqual({ event: 'sync', args: [{ since: 4 }] });
    await server.answer('sync', {
      you: ME,
      seq: 7,
      serverTime: new Date(SERVER_NOW).toISOString(),
      presence: [ME],
      people: [ME],
      events: [seconded(5), seconded(6), seconded(7)],
    } satisfies Welcome);
    await vi.waitFor(() => expect(connection.view.state?.seq).toBe(7));
    expect(server.since?.()).toBe(7);
  });

  it('asks for the name of whoever asked what was sealed, and had left before', async () => {
    const { server, connection } = enter();
    server.welcome(3);
    const asker = { id: '00000000-0000-7000-8000-000000000009', name: 'Gus Visitor', role: 'observer' as const };
    const data = {
      questionId: 'q',
      body: 'Why this one?',
      askedBy: asker.id,
      askedAt: new Date(SERVER_NOW).toISOString(),
    };
    server.push('events', [{ ...seconded(4), type: 'floor.released', data } as SessionEvent]);
    expect(connection.view.state?.floor.questions).toMatchObject([{ body: 'Why this one?' }]);
    expect(server.sent.at(-1)).toEqual({ event: 'sync', args: [{ since: 4 }] });
    await server.answer('sync', {
      you: ME,
      seq: 4,
      serverTime: new Date(SERVER_NOW).toISOString(),
      presence: [ME],
      people: [ME, asker],
      events: [],
    } satisfies Welcome);
    await vi.waitFor(() => expect(connection.view.people[asker.id]?.name).toBe('Gus Visitor'));
  });

  it('sends words in order, one in flight at a time, and keeps them until they are drawn', async () => {
    const { server, connection } = enter();
    server.welcome(0);
    connection.say('contribution.add', says('one'));
    connection.say('contribution.add', says('two'));
    await vi.waitFor(() => expect(server.commands()).toHaveLength(1));
    await server.answer('command', ok(1));
    await vi.waitFor(() => expect(server.commands()).toHaveLength(2));
    expect(connection.view.words.map(({ stands }) => stands)).toEqual(['sent', 'waiting']);
    server.push('events', [seconded(1)]);
    expect(connection.view.words.map(({ stands }) => stands)).toEqual(['waiting']);
    expect(server.commands().map(({ data }) => data.body)).toEqual(['one', 'two']);
  });

  it('lets go of words whose event came before the answer', async () => {
    const { server, connection } = enter();
    server.welcome(0);
    connection.say('contribution.add', says('one'));
    await vi.waitFor(() => expect(server.commands()).toHaveLength(1));
    server.push('events', [seconded(1)]);
    await server.answer('command', ok(1));
    await vi.waitFor(() => expect(connection.view.words).toEqual([]));
  });

  it('resends unanswered words under the same id, also after a lost connection', async () => {
    const { server, connection } = enter();
    server.welcome(0);
    connection.say('contribution.add', says('kept'));
    await server.ignore('command');
    await vi.waitFor(() => expect(server.commands()).toHaveLength(2));
    server.lose();
    expect(connection.view.link).toBe('away');
    server.welcome(0);
    await vi.waitFor(() => expect(server.commands()).toHaveLength(3));
    expect(new Set(server.commands().map(({ id }) => id)).size).toBe(1);
  });

  it('keeps waiting words over a reload', async () => {
    const kept = memory();
    const first = enter(kept);
    first.connection.say('takeaway.leave', { body: 'Ask who signs.' });
    const again = enter(kept);
    expect(again.connection.view.words.map(({ data }) => data)).toEqual([{ body: 'Ask who signs.' }]);
    again.server.welcome(0);
    await vi.waitFor(() => expect(again.server.commands()).toHaveLength(1));
  });

  it('keeps the words of two tabs beside each other', () => {
    const kept = memory();
    const tabs = [enter(kept), enter(kept)];
    tabs[0]?.connection.say('contribution.add', says('in one tab'));
    tabs[1]?.connection.say('contribution.add', says('in the other'));
    const bodies = enter(kept).connection.view.words.map(({ data }) => 'body' in data && data.body);
    expect(bodies.sort()).toEqual(['in one tab', 'in the other']);
  });

  it('keeps refused words with the reason, and goes on with the next', async () => {
    const { server, connection } = enter();
    server.welcome(0);
    const id = connection.say('contribution.add', says('too late'));
    connection.say('takeaway.leave', { body: 'next' });
    await server.answer('command', { ok: false, error: { code: 'wrong_phase', message: 'Coach is over.' } });
    await vi.waitFor(() => expect(server.commands()).toHaveLength(2));
    const [word] = connection.view.words;
    expect(word).toMatchObject({ id, stands: 'refused', error: { code: 'wrong_phase' }, data: { body: 'too late' } });
  });

  it('tries again under the same id while the room is unavailable', async () => {
    vi.useFakeTimers();
    try {
      const { server, connection } = enter();
      server.welcome(0);
      connection.say('contribution.add', says('patient'));
      await server.answer('command', { ok: false, error: { code: 'unavailable', message: 'Try again.' } });
      await vi.advanceTimersByTimeAsync(2000);
      expect(server.commands()).toHaveLength(2);
      expect(new Set(server.commands().map(({ id }) => id)).size).toBe(1);
      expect(connection.view.words[0]?.stands).toBe('waiting');
    } finally {
      vi.useRealTimers();
    }
  });

  it('answers a control once, even if the connection breaks in between', async () => {
    const { server, connection } = enter();
    server.welcome(0);
    const answer = connection.send('turn.pause', {});
    expect(connection.view.doing.has('turn.pause')).toBe(true);
    await vi.waitFor(() => expect(server.commands()).toHaveLength(1));
    server.lose();
    server.welcome(0);
    await vi.waitFor(() => expect(server.commands()).toHaveLength(2));
    await server.answer('command', ok(0));
    expect(await answer).toEqual(ok(0));
    expect(new Set(server.commands().map(({ id }) => id)).size).toBe(1);
    expect(connection.view.doing.size).toBe(0);
  });

  it('refuses a control while away instead of keeping it', async () => {
    const { server, connection } = enter();
    server.welcome(0);
    server.lose();
    expect(await connection.send('turn.end', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    server.welcome(0);
    expect(server.commands()).toHaveLength(0);
  });

  it('asks for the page’s facts once it is back, for what was told meanwhile, and at no other welcome (W21)', () => {
    const { server, connection } = enter();
    server.welcome(1);
    expect(connection.view.meeting).toBeUndefined();
    server.push('meeting');
    const told = connection.view.meeting;
    expect(told).toEqual({});
    // A new role, or a gap that was filled.
    server.welcome(2);
    expect(connection.view.meeting).toBe(told);
    server.lose();
    expect(connection.view.meeting).toBe(told);
    server.welcome(3);
    expect(connection.view).toMatchObject({ link: 'here', meeting: { away: true } });
    const { meeting } = connection.view;
    for (const lose of [() => server.lose(), () => connection.networkLost()]) {
      lose();
      server.welcome(3);
      expect(connection.view.meeting).not.toBe(meeting);
    }
  });

  it('stays out once removed', () => {
    const { server, connection } = enter();
    server.welcome(0);
    server.push('bye', { code: 'removed' });
    expect(connection.view).toMatchObject({ link: 'shut', shutBy: 'removed' });
    expect(server.connected).toBe(false);
  });

  it('tells who is removed from the lab from who is removed from the session', () => {
    const { server, connection } = enter();
    server.welcome(0);
    server.push('bye', { code: 'removed', fromLab: true });
    expect(connection.view).toMatchObject({ link: 'shut', shutBy: 'removed_from_lab' });
  });

  it('knows the time of a server however wrong the device is', () => {
    let monotonic = 10_000;
    const clock = new RoomClock(() => monotonic);
    clock.heard(SERVER_NOW, 9_000, 10_000);
    clock.heard(SERVER_NOW + 20, 9_980, 10_000);
    monotonic += 60_000;
    expect(clock.now()).toBeCloseTo(SERVER_NOW + 20 + 10 + 60_000, 0);
  });
});
