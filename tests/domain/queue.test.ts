import { beforeEach, describe, expect, test } from 'vitest';
import { movesTo, queuePoints, queueReasons, reasonText, suggestOrder } from '@/domain/queue';
import type { Scenario } from '@/domain/session';
import { deal, HOST, HOST_2, OBSERVER, REP, REP_2, REP_3, START, uid, World } from '../support/session-world';

let world: World;
beforeEach(() => (world = new World()));
const state = () => world.session.state;
const brought = (id: string) => state().scenarios[id];

describe('bringing a deal', () => {
  test('Q1: reps bring their own, a host for anybody who can sit there', () => {
    const id = world.brings(REP, { account: ' Halden ', stage: '' });
    expect(state().scenarios[id]).toMatchObject({ repId: REP, account: 'Halden', seconds: [], carriedWeeks: 0 });
    expect(state().scenarios[id]).not.toHaveProperty('stage');
    expect(brought(world.brings(HOST, { for: REP_2 }))?.repId).toBe(REP_2);
    expect(brought(world.brings(HOST))?.repId).toBe(HOST);
    expect(brought(world.brings(REP, { for: REP }))?.repId).toBe(REP);
    expect(world.refused(REP, 'scenario.submit', deal({ for: REP_2 })).code).toBe('forbidden');
    for (const nobody of [OBSERVER, uid(777)]) {
      expect(world.refused(HOST, 'scenario.submit', deal({ for: nobody }))).toMatchObject({
        code: 'not_found',
        field: 'for',
      });
    }
  });

  test('Q2: three of one rep wait at a time', () => {
    const first = world.brings(REP);
    world.brings(REP);
    world.brings(HOST, { for: REP });
    expect(world.refused(REP, 'scenario.submit', deal()).code).toBe('conflict');
    expect(world.refused(HOST, 'scenario.submit', deal({ for: REP })).code).toBe('conflict');
    world.seats(first);
    world.brings(REP);
  });

  test('Q11: a deal remembers how its rep stood when it was brought', () => {
    expect(brought(world.brings(REP))?.standing).toEqual({
      lastSeatAt: '2026-11-12T17:00:00.000Z',
      coached: 4,
    });
  });
});

describe('the order', () => {
  test('Q3: a scenario comes last; 0 is next, too far is last, where it stands nothing changes', () => {
    const [a, b, c] = [world.brings(REP), world.brings(REP_2), world.brings(REP_3)];
    expect(state().queue).toEqual([a, b, c]);
    world.ok(HOST, 'queue.move', { scenarioId: c, to: 0 });
    expect(state().queue).toEqual([c, a, b]);
    world.ok(HOST, 'queue.move', { scenarioId: c, to: 99 });
    expect(state().queue).toEqual([a, b, c]);
    expect(world.ok(HOST, 'queue.move', { scenarioId: b, to: 1 })).toEqual([]);
    expect(world.refused(HOST, 'queue.move', { scenarioId: uid(777), to: 0 }).code).toBe('not_found');
    world.seats(a);
    expect(world.refused(HOST, 'queue.move', { scenarioId: a, to: 0 }).code).toBe('conflict');
  });

  test('Q7: deferring marks and puts last; again nothing changes', () => {
    const [a, b] = [world.brings(REP), world.brings(REP_2)];
    world.ok(HOST, 'scenario.defer', { scenarioId: a });
    expect(state().queue).toEqual([b, a]);
    expect(world.ok(HOST_2, 'scenario.defer', { scenarioId: a })).toEqual([]);
    world.seats(b);
    world.ok(HOST, 'turn.end');
    expect(world.refused(HOST, 'scenario.defer', { scenarioId: b }).code).toBe('conflict');
  });

  test('Q6: reps second what is not theirs, while it waits', () => {
    const scenarioId = world.brings(REP);
    expect(world.refused(REP, 'scenario.second', { scenarioId }).code).toBe('forbidden');
    world.ok(REP_2, 'scenario.second', { scenarioId });
    expect(world.ok(REP_2, 'scenario.second', { scenarioId, on: true })).toEqual([]);
    world.ok(HOST, 'scenario.second', { scenarioId });
    expect(state().scenarios[scenarioId]?.seconds).toEqual([REP_2, HOST]);
    world.ok(REP_2, 'scenario.second', { scenarioId });
    expect(state().scenarios[scenarioId]?.seconds).toEqual([HOST]);
    world.seats(scenarioId);
    expect(world.refused(REP_3, 'scenario.second', { scenarioId }).code).toBe('conflict');
  });
});

describe('changing a deal', () => {
  test('Q4: a field changed since base is a conflict, another field is not', () => {
    const scenarioId = world.brings(REP);
    const base = state().seq;
    world.ok(HOST, 'scenario.edit', { scenarioId, changes: { title: 'By the host' }, base });
    expect(world.refused(REP, 'scenario.edit', { scenarioId, changes: { title: 'By the rep' }, base })).toMatchObject({
      code: 'conflict',
      field: 'changes.title',
    });
    world.ok(REP, 'scenario.edit', { scenarioId, changes: { story: 'By the rep' }, base });
    world.ok(REP, 'scenario.edit', { scenarioId, changes: { title: 'By the rep' }, base: state().seq });
    expect(state().scenarios[scenarioId]).toMatchObject({ title: 'By the rep', story: 'By the rep' });
    expect(world.refused(REP_2, 'scenario.edit', { scenarioId, changes: { title: 'A' }, base }).code).toBe('forbidden');
  });

  test('Q4: null and an empty text clear an optional field', () => {
    const scenarioId = world.brings(REP, {
      account: 'Halden',
      pain: 'Downtime',
      amount: { minor: 100, currency: 'EUR' },
    });
    world.ok(REP, 'scenario.edit', {
      scenarioId,
      changes: { account: null, pain: ' ', amount: null },
      base: state().seq,
    });
    for (const field of ['account', 'pain', 'amount']) expect(state().scenarios[scenarioId]).not.toHaveProperty(field);
    expect(world.refused(REP, 'scenario.edit', { scenarioId, changes: { title: null }, base: 99 })).toMatchObject({
      code: 'invalid',
      field: 'changes.title',
    });
  });

  test('Q4: what changes nothing is no event, however a database ordered its keys', () => {
    const pipeline = { otherLiveDeals: 2, lifeOrDeath: 4, note: 'Thin', hostsOnly: true };
    const scenarioId = world.brings(REP, { pipeline });
    const reordered = { hostsOnly: true, note: 'Thin', lifeOrDeath: 4, otherLiveDeals: 2 };
    const { pipeline: _, ...scenario } = state().scenarios[scenarioId]!;
    world.session.state = { ...state(), scenarios: { [scenarioId]: { ...scenario, pipeline: reordered } } };
    expect(world.ok(REP, 'scenario.edit', { scenarioId, changes: { pipeline, account: null }, base: 0 })).toEqual([]);
  });

  test('Q5: a deal that waits can be withdrawn; once it was on the hot seat it stays', () => {
    const [a, b] = [world.brings(REP), world.brings(REP_2)];
    expect(world.refused(REP_2, 'scenario.withdraw', { scenarioId: a }).code).toBe('forbidden');
    world.ok(HOST, 'scenario.withdraw', { scenarioId: a });
    expect(state().scenarios[a]).toBeUndefined();
    expect(world.refused(REP, 'scenario.withdraw', { scenarioId: a })).toMatchObject({
      code: 'not_found',
      field: 'scenarioId',
    });
    world.seats(b);
    expect(world.refused(REP_2, 'scenario.withdraw', { scenarioId: b }).code).toBe('conflict');
    world.ok(HOST, 'scenario.defer', { scenarioId: b });
    expect(world.refused(REP_2, 'scenario.withdraw', { scenarioId: b }).code).toBe('conflict');
  });
});

describe('why here', () => {
  const weeksAgo = (weeks: number) => new Date(START - weeks * 7 * 86_400_000).toISOString();
  const scenario = (changes: Partial<Scenario>) =>
    ({
      seconds: [],
      carriedWeeks: 0,
      submittedAt: weeksAgo(2),
      deferred: false,
      standing: { lastSeatAt: null, coached: 0 },
      ...changes,
    }) as unknown as Scenario;
  test('Q11: every fact is a reason, in words', () => {
    const one = scenario({
      seconds: [REP, REP_2, REP_3],
      deadline: '2026-11-27',
      carriedWeeks: 2,
      deferred: true,
      standing: { lastSeatAt: weeksAgo(2), coached: 9 },
    });
    expect(queueReasons(one, START, 'UTC').map(reasonText)).toEqual([
      'waiting for 2 weeks, carried over 2 times',
      'decision due tomorrow',
      'seconded by 3',
      '2 weeks since last seat',
      'coached 9 times',
      'put off, its rep was not there',
    ]);
    expect(queueReasons(scenario({}), START, 'UTC').map(reasonText)).toEqual(['first seat']);
  });

  test('Q11: what waits since an earlier session says so first, and for how long once that is weeks', () => {
    const reason = (carriedWeeks: number, weeks: number) =>
      queueReasons(scenario({ carriedWeeks, submittedAt: weeksAgo(weeks) }), START, 'UTC').map(reasonText)[0];
    expect(reason(0, 3)).toBe('first seat');
    expect(reason(1, 0.4)).toBe('carried over from last time');
    expect(reason(1, 2)).toBe('waiting for 2 weeks, carried over from last time');
    expect(reason(3, 3.1)).toBe('waiting for 3 weeks, carried over 3 times');
  });

  test("Q11: a deadline is a day in the lab's zone", () => {
    const one = scenario({ deadline: '2026-11-27' });
    expect(queueReasons(one, START, 'UTC')[0]).toMatchObject({ days: 1 });
    expect(queueReasons(one, START, 'Pacific/Auckland')[0]).toMatchObject({ days: 0 });
    expect(reasonText({ kind: 'deadline', on: '2026-11-20', days: -6 })).toBe('deadline passed');
  });

  test('Q12: points for weeks, seconds, coaching and deadline, each with its most', () => {
    const points = (changes: Partial<Scenario>) =>
      queuePoints(scenario({ standing: { lastSeatAt: weeksAgo(0), coached: 0 }, ...changes }), START, 'UTC');
    expect(points({})).toBe(0);
    expect(points({ standing: { lastSeatAt: null, coached: 0 } })).toBe(8);
    expect(points({ standing: { lastSeatAt: weeksAgo(3), coached: 7 } })).toBe(5);
    expect(points({ standing: { lastSeatAt: weeksAgo(30), coached: 70 } })).toBe(12);
    expect(points({ seconds: [1, 2, 3, 4, 5, 6, 7].map(uid) })).toBe(10);
    expect(points({ deadline: '2026-11-26' })).toBe(6);
    expect(points({ deadline: '2026-12-08' })).toBe(3);
    expect(points({ deadline: '2026-11-25' })).toBe(0);
    expect(points({ carriedWeeks: 5, deferred: true })).toBe(0);
  });

  test('Q12: the most points first; equals stay as they stand; asking again says the same', () => {
    const [a, b, c] = [world.brings(REP), world.brings(REP_2), world.brings(REP_3)];
    world.ok(REP, 'scenario.second', { scenarioId: c });
    const order = suggestOrder(state(), START);
    expect(order.map(({ scenarioId }) => scenarioId)).toEqual([c, a, b]);
    expect(order[0]?.reasons).toContainEqual({ kind: 'seconds', count: 1 });
    expect(suggestOrder(state(), START)).toEqual(order);
    expect(state().queue).toEqual([a, b, c]);
  });

  test('Q12: the moves that bring the queue into that order', () => {
    const [a, b, c] = [world.brings(REP), world.brings(REP_2), world.brings(REP_3)];
    for (const move of movesTo(state().queue, [c, a, b])) world.ok(HOST, 'queue.move', move);
    expect(state().queue).toEqual([c, a, b]);
    expect(movesTo([a, b], [a, b])).toEqual([]);
    expect(movesTo([a, b], [b, uid(777), a])).toEqual([{ scenarioId: b, to: 0 }]);
  });
});
