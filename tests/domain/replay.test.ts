import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentAt, momentsOf } from '@/domain/replay/moments';
import { EMPTY_LOG, extended, KEPT_EVERY, saidInTurns, seqAt, stateAt, type PastLog } from '@/domain/replay/past-log';
import { trackOf } from '@/domain/replay/track';
import { emptySession, fold, redactState, type SessionEvent, type SessionState, type Viewer } from '@/domain/session';
import { anySteps } from '../support/session-generator';
import { marksIn } from '../support/session-secrets';
import { redacted, simulate, viewersOf, type Head } from '../support/session-simulation';
import { HOST, OBSERVER, REP, World } from '../support/session-world';

/** More runs find more: FUZZ_RUNS=1000. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 4);
const TIMEOUT = Math.max(RUNS * 4000, 60_000);

function same(actual: unknown, expected: unknown, about: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, about).toEqual(expected);
}

/** The log in pages, as a browser gets it. */
function pastLog(events: readonly SessionEvent[], page: number): PastLog {
  let log = EMPTY_LOG;
  for (let from = 0; from < events.length; from += page) log = extended(log, events.slice(from, from + page));
  return log;
}

/** What holds no text that could be taken back, and so is the same then and as read back afterwards. */
function skeleton(state: SessionState) {
  const { status, hosts, handed, standIn, queue, turn, turns, removed, startedAt, endedAt, seq, at } = state;
  const facts = turn && {
    ...turn,
    commitment: undefined,
    contributions: turn.contributions.map(({ id, by, kind, helpful, pinned, gone }) => [
      id,
      by,
      kind,
      helpful,
      pinned,
      gone,
    ]),
  };
  const ended = turns.map((one) => ({ ...one, commitment: undefined }));
  return { status, hosts, handed, standIn, queue, facts, ended, removed, startedAt, endedAt, seq, at };
}

function eachSession(
  seed: number,
  look: (
    head: Head,
    viewer: Viewer,
    then: readonly SessionState[],
    readable: Set<string>,
    told: SessionEvent[],
  ) => void,
) {
  fc.assert(
    fc.property(anySteps(120), (steps) => {
      let head: Head | undefined;
      simulate(steps, (now) => (head = { ...now, events: [...now.events] }));
      if (!head) return;
      const then = [emptySession()];
      for (const event of head.events) then.push(fold(then.at(-1)!, event));
      for (const viewer of viewersOf(head.state)) {
        look(head, viewer, then, head.readable(viewer), redacted(head.events, viewer, head.state));
      }
    }),
    { numRuns: RUNS, seed, unbiased: true },
  );
}

describe('a replay at a moment', { timeout: TIMEOUT }, () => {
  test('R1, Z2: is the state at that seq as its viewer may read it, but for texts that have gone since', () => {
    let moments = 0;
    eachSession(21, (head, viewer, then, readable, told) => {
      const log = pastLog(told, 50);
      then.forEach((state, seq) => {
        const replayed = stateAt(log, seq);
        const drawn = redactState(state, viewer);
        same(skeleton(replayed), skeleton(drawn), `viewer ${viewer.id} at ${seq}`);
        moments += 1;
        if (seq % 5 !== told.length % 5) return;
        // A report recorded again is told where it was recorded last, with a ladder that it had told before.
        const later = marksIn(told.filter((event) => event.seq > seq && event.type === 'checkin.recorded'));
        const expected = [...marksIn(drawn)].filter((mark) => readable.has(mark) && !later.has(mark)).sort();
        same([...marksIn(replayed)].sort(), expected, `viewer ${viewer.id} at ${seq} of ${head.state.seq}`);
      });
      same(stateAt(log, head.state.seq), redactState(head.state, viewer), 'at the end it is all of it');
    });
    expect(moments).toBeGreaterThan(RUNS * 20);
  });

  test('R4: it holds no text that its viewer could not read then', () => {
    eachSession(22, (_, viewer, then, __, told) => {
      const log = pastLog(told, 64);
      // Reading whole states is dear: some moments of each session do.
      for (let seq = told.length % 7; seq < then.length; seq += 7) {
        const may = marksIn(redactState(then[seq]!, viewer));
        same(
          [...marksIn(stateAt(log, seq))].filter((mark) => !may.has(mark)),
          [],
          `viewer ${viewer.id} at ${seq}`,
        );
      }
    });
  });

  test('R11: a question that was sealed then is sealed in it, though the log releases it later', () => {
    const world = new World();
    world.ok(HOST, 'session.start');
    const [asked] = world.ok(OBSERVER, 'floor.ask', { body: 'SECRET' });
    const [released] = world.ok(HOST, 'floor.release', { questionId: (asked?.data as { id: string }).id });
    const { events, state } = world.session;
    const log = pastLog(redacted(events, { id: REP, hosts: false }, state), 2);
    expect(JSON.stringify(stateAt(log, released!.seq - 1))).not.toContain('SECRET');
    expect(stateAt(log, released!.seq).floor.questions).toMatchObject([{ body: 'SECRET', by: OBSERVER }]);
  });

  test('the state of any seq is the same from a kept one as from the beginning', () => {
    const at = (seq: number) => new Date(Date.UTC(2026, 10, 26, 17) + seq * 500).toISOString();
    const events = Array.from({ length: KEPT_EVERY * 3 + 7 }, (_, index): SessionEvent => ({
      seq: index + 1,
      at: at(index + 1),
      by: 'host',
      type: 'host.noted',
      data: { body: `note ${index}` },
    }));
    const log = pastLog(events, 333);
    let state = emptySession();
    for (const event of events) {
      state = fold(state, event);
      // Around the kept states, where a mistake would be.
      if ((event.seq + 1) % KEPT_EVERY < 3) same(stateAt(log, event.seq), state, `at ${event.seq}`);
      same(seqAt(log, Date.parse(event.at)), event.seq, 'the event that happens then has happened');
      same(seqAt(log, Date.parse(event.at) - 1), event.seq - 1, 'a moment before it had not');
    }
    same(stateAt(log, events.length), state, 'at the end');
    expect(log.kept).toHaveLength(4);
  });
});

describe('the track and the moments of a replay', { timeout: TIMEOUT }, () => {
  test('every stretch lies within the meeting, in order, and a turn is covered by its phases', () => {
    let turns = 0;
    eachSession(23, (_, __, ___, ____, told) => {
      const track = trackOf(told);
      let before = 0;
      for (const stretch of track) {
        expect(stretch.from).toBeGreaterThanOrEqual(before);
        expect(stretch.to).toBeGreaterThanOrEqual(stretch.from);
        before = stretch.to;
        if (stretch.kind !== 'turn') continue;
        turns += 1;
        expect(stretch.phases[0]?.from).toBe(stretch.from);
        expect(stretch.phases.at(-1)?.to).toBe(stretch.to);
        stretch.phases.slice(1).forEach((phase, at) => expect(phase.from).toBe(stretch.phases[at]?.to));
      }
    });
    expect(turns).toBeGreaterThan(0);
  });

  test('a moment is where its event is, and names nobody whose words are not for the viewer', () => {
    eachSession(24, (head, viewer, _, __, told) => {
      const moments = momentsOf(told);
      for (const moment of moments) {
        const event = head.events[moment.seq - 1];
        expect(Date.parse(event!.at)).toBe(moment.at);
        if (moment.kind === 'sealed') expect(viewer.hosts || moment.by === viewer.id).toBe(true);
      }
      const reveals = head.events.filter(({ type }) => type === 'ladder.revealed');
      expect(moments.filter(({ kind }) => kind === 'reveal').map(({ seq }) => seq)).toEqual(
        reveals.map(({ seq }) => seq),
      );
      moments.forEach((moment, index) => {
        const last = moments.findLastIndex(({ seq }) => seq === moment.seq);
        expect(momentAt(moments, moment.seq)).toBe(Math.max(index, last));
      });
    });
  });

  test('S20: a session that the schedule had cancelled and brought back is not reopened in its replay', () => {
    const at = new Date().toISOString();
    const started = { settings: emptySession().settings, hosts: [HOST], rollCall: [] };
    const log: SessionEvent[] = [
      { seq: 1, at, by: HOST, type: 'session.cancelled', data: {} },
      { seq: 2, at, by: HOST, type: 'session.reopened', data: {} },
      { seq: 3, at, by: HOST, type: 'session.started', data: started },
      { seq: 4, at, by: HOST, type: 'session.ended', data: {} },
      { seq: 5, at, by: HOST, type: 'session.reopened', data: {} },
    ];
    expect(log.reduce(fold, emptySession()).status).toBe('live');
    expect(momentsOf(log).map(({ kind, seq }) => [kind, seq])).toEqual([
      ['end', 4],
      ['reopened', 5],
    ]);
  });

  test('what was said in a turn counts what stands at the end', () => {
    eachSession(25, (head, _, __, ___, told) => {
      const said = saidInTurns({ events: told, kept: [] });
      const open = head.state.turn;
      if (!open) return;
      const standing = open.contributions.filter(({ gone, late, kind }) => !gone && !late && kind !== 'answer');
      expect(said.get(open.id) ?? 0).toBe(standing.length);
    });
  });
});
