import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptySession,
  foldAll,
  readersApart,
  redact,
  redactEndedTurn,
  redactState,
  wholeTurn,
  type EventType,
  type SessionState,
  type Viewer,
} from '@/domain/session';
import { letterHtml } from '@/domain/mail/html';
import { letterOf } from '@/domain/mail/letters';
import { recapFactsOf } from '@/domain/mail/recap-facts';
import { letterText } from '@/domain/mail/text';
import { recapOf } from '@/domain/recap';
import { recapMarkdown } from '@/domain/recap-markdown';
import { anySteps } from '../support/session-generator';
import { marksIn } from '../support/session-secrets';
import { redacted, simulate, viewersOf, type Head } from '../support/session-simulation';
import { STRANGER } from '../support/session-world';

/** More runs find more: FUZZ_RUNS=1000. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 20);
const LENGTH = 140;
const TIMEOUT = Math.max(RUNS * 2000, 60_000);

/** Compares fast, and shows the difference only when there is one. */
function same(actual: unknown, expected: unknown, about: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, about).toEqual(expected);
}

function about(viewer: Viewer, head: Head): string {
  return `viewer ${viewer.id}${viewer.hosts ? ' (host)' : ''} at ${head.state.seq}: ${head.events.at(-1)?.type}`;
}

function forAnySession(property: (steps: Parameters<typeof simulate>[0]) => void, seed: number): void {
  fc.assert(fc.property(anySteps(LENGTH), property), { numRuns: RUNS, seed, unbiased: true });
}

/** Every type of event, and what a viewer gets instead of one. */
const ALL_TYPES: Record<EventType, true> = {
  'session.started': true,
  'session.closed': true,
  'session.ended': true,
  'session.reopened': true,
  'session.cancelled': true,
  'host.handed_over': true,
  'host.taken_over': true,
  'host.returned': true,
  'host.noted': true,
  'scenario.submitted': true,
  'scenario.carried': true,
  'scenario.taken_back': true,
  'scenario.edited': true,
  'scenario.withdrawn': true,
  'scenario.seconded': true,
  'scenario.deferred': true,
  'queue.moved': true,
  'turn.started': true,
  'turn.phase_changed': true,
  'turn.paused': true,
  'turn.resumed': true,
  'turn.extended': true,
  'turn.ended': true,
  'contribution.added': true,
  'contribution.edited': true,
  'contribution.withdrawn': true,
  'contribution.hidden': true,
  'contribution.pinned': true,
  'contribution.marked_helpful': true,
  'ladder.opened': true,
  'ladder.voted': true,
  'ladder.revealed': true,
  'commitment.made': true,
  'checkin.recorded': true,
  'floor.opened': true,
  'floor.closed': true,
  'floor.asked': true,
  'floor.released': true,
  'floor.answered': true,
  'takeaway.left': true,
  'participant.removed': true,
  withheld: true,
};

describe('the law of redaction', { timeout: TIMEOUT }, () => {
  test('R1: at every head and for every viewer, folding the redacted events gives the redacted state', () => {
    const types = new Set<string>();
    let followed = 0;
    forAnySession((steps) => {
      const { world } = simulate(steps, (head) => {
        for (const viewer of viewersOf(head.state)) {
          const events = redacted(head.events, viewer, head.state);
          for (const { type } of events) types.add(type);
          same(foldAll(emptySession(), events), redactState(head.state, viewer), about(viewer, head));
        }
      });
      for (const { type } of [...world.session.events, ...world.next.events]) types.add(type);
      const { checkIns } = world.session.state;
      followed += checkIns.filter(
        ({ beside, commitmentId }, index) =>
          beside && checkIns.slice(index + 1).some((one) => one.commitmentId === commitmentId),
      ).length;
    }, 1);
    expect(followed, 'recorded after what was reported beside the session').toBeGreaterThan(0);
    expect([...types].sort()).toEqual(Object.keys(ALL_TYPES).sort());
  });

  test('R2: who was here at an earlier head is where the redacted rest brings them', () => {
    forAnySession((steps) => {
      const earlier: { seq: number; viewers: Viewer[]; seen: SessionState[] }[] = [];
      simulate(steps, (head) => {
        const viewers = viewersOf(head.state);
        const seen = viewers.map((viewer) => redactState(head.state, viewer));
        // One step behind, as a client that is connected; and at random, as one that comes back.
        const heads = new Set([earlier.length - 1, earlier.length - 4, head.state.seq % (earlier.length + 1)]);
        for (const index of heads) {
          const then = earlier[index];
          if (!then) continue;
          viewers.forEach((viewer, at) => {
            if (then.viewers[at]?.hosts !== viewer.hosts) return;
            const missed = head.events.slice(then.seq);
            const state = foldAll(then.seen[at]!, redacted(missed, viewer, head.state));
            same(state, seen[at], `from ${then.seq}, ${about(viewer, head)}`);
          });
        }
        earlier.push({ seq: head.state.seq, viewers, seen });
      });
    }, 2);
  });

  test('R3: whoever readersApart does not name gets what everyone gets who reads as they do', () => {
    forAnySession((steps) => {
      simulate(steps, (head) => {
        const viewers = viewersOf(head.state);
        for (const event of head.events) {
          const apart = readersApart(event, head.state);
          for (const viewer of viewers) {
            if (apart.includes(viewer.id)) continue;
            const other = redact(event, { ...viewer, id: STRANGER }, head.state);
            same(redact(event, viewer, head.state), other, `${about(viewer, head)}, event ${event.seq}`);
          }
        }
      });
    }, 3);
  });

  test('R4: nobody ever gets a text that is not for them, and everyone gets every text that is', () => {
    forAnySession((steps) => {
      simulate(steps, (head) => {
        for (const viewer of viewersOf(head.state)) {
          const readable = head.readable(viewer);
          const told = marksIn(redacted(head.events, viewer, head.state));
          const drawn = marksIn(redactState(head.state, viewer));
          same(
            [...told, ...drawn].filter((mark) => !readable.has(mark)),
            [],
            `too much: ${about(viewer, head)}`,
          );
          same(
            [...readable].filter((mark) => !told.has(mark)),
            [],
            `too little: ${about(viewer, head)}`,
          );
        }
      });
    }, 4);
  });

  test("R5: a vote is its voter's alone, before the reveal and after; the room gets totals", () => {
    let revealed = 0;
    forAnySession((steps) => {
      simulate(steps, (head) => {
        for (const viewer of viewersOf(head.state)) {
          const { turn, turns } = redactState(head.state, viewer);
          for (const one of [...turns, ...(turn ? [turn] : [])]) {
            same(
              Object.keys(one.ballots).filter((id) => id !== viewer.id),
              [],
              about(viewer, head),
            );
            if (one.reveal) revealed += 1;
          }
          for (const event of head.events) {
            if (event.type !== 'ladder.voted' || event.by === viewer.id) continue;
            const { turnId, votes } = event.data;
            const expected = { seq: event.seq, at: event.at, by: null, type: 'ladder.voted', data: { turnId, votes } };
            same(redact(event, viewer, head.state), expected, about(viewer, head));
          }
        }
      });
    }, 5);
    expect(revealed).toBeGreaterThan(0);
  });

  test('R6: an ended turn fetched whole agrees with its summary, and holds no text that is not for its reader', () => {
    let fetched = 0;
    let readOut = 0;
    const agree = ({ state, events, readable }: Head) => {
      const beside = new Set(state.checkIns.flatMap((one) => (one.beside ? [one.id] : [])));
      for (const summary of state.turns) {
        const whole = wholeTurn(events, summary.id);
        if (!whole) throw new Error('An ended turn can be fetched.');
        fetched += 1;
        if (beside.has(summary.commitment?.checkIn?.id ?? '')) readOut += 1;
        const { contributions, helpful, late, ...facts } = summary;
        const { contributions: words, ...rest } = whole;
        same(rest, facts, `turn ${summary.id}`);
        expect(words.filter((one) => !one.late)).toHaveLength(contributions);
        expect(words.filter((one) => one.late)).toHaveLength(late);
        const marked = words.filter((one) => one.helpful).map(({ id }) => id);
        same(marked.sort(), [...helpful].sort(), `marked in turn ${summary.id}`);
        for (const viewer of viewersOf(state)) {
          const may = readable(viewer);
          const marks = marksIn(redactEndedTurn(whole, viewer));
          same(
            [...marks].filter((mark) => !may.has(mark)),
            [],
            `turn for ${viewer.id}`,
          );
        }
      }
    };
    forAnySession((steps) => {
      let last: Head | undefined;
      simulate(steps, (head) => {
        const since = last?.state.seq ?? 0;
        last = { ...head };
        if (head.events.slice(since).some(({ type }) => type === 'session.reopened')) agree(head);
      });
      if (last) agree(last);
    }, 6);
    expect(fetched).toBeGreaterThan(RUNS / 2);
    expect(readOut, 'reported beside the session').toBeGreaterThan(0);
  });

  test('R7: the recap holds only what the whole room may read', () => {
    forAnySession((steps) => {
      let last: Head | undefined;
      simulate(steps, (head) => (last = { ...head }));
      if (!last) return;
      const may = last.readable({ id: STRANGER, hosts: false });
      const recap = recapOf(last.events);
      same(
        [...marksIn(recap)].filter((mark) => !may.has(mark)),
        [],
        'recap',
      );
      // What it counts is what it tells.
      const told = recap.turns.flatMap(({ words, afterwards }) => [...words, ...afterwards]);
      expect(told).toHaveLength(recap.counts.contributions);
      expect(told.filter(({ helpful }) => helpful)).toHaveLength(recap.counts.helpful);
    }, 7);
  });

  test('R7: as Markdown and as mail it holds no more than that', () => {
    let told = 0;
    forAnySession((steps) => {
      let last: Head | undefined;
      simulate(steps, (head) => (last = { ...head }));
      if (!last) return;
      const may = last.readable({ id: STRANGER, hosts: false });
      const recap = recapOf(last.events);
      const name = (id: string) => id;
      const lab = { name: 'Lab', slug: 'lab', zone: 'UTC' };
      const session = { id: 's1', number: 1, startsAt: 0 };
      const facts = { lab, session, ...recapFactsOf(recap, name) };
      const letter = letterOf('recap', facts, { origin: 'https://lab.example', now: 0 });
      const links = { choices: 'https://lab.example/me' };
      const texts = [
        recapMarkdown(recap, name, { lab: 'Lab', number: 1, when: 'then' }),
        letterText(letter, links),
        letterHtml(letter, links),
      ];
      told += marksIn(texts).size;
      same(
        [...marksIn(texts)].filter((mark) => !may.has(mark)),
        [],
        'Markdown and mail',
      );
    }, 7);
    expect(told).toBeGreaterThan(RUNS);
  });

  test('R8: a log read back from JSON folds to the same state, step by step', () => {
    forAnySession((steps) => {
      const { world } = simulate(steps);
      for (const { events, state } of [world.session, world.next]) {
        const read = JSON.parse(JSON.stringify(events)) as typeof events;
        same(foldAll(emptySession(), read), state, 'folded again');
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      }
    }, 8);
  });
});
