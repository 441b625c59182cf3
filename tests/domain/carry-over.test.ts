import { beforeEach, expect, test } from 'vitest';
import { emptySession, fold, foldAll, redact, type SessionEvent } from '@/domain/session';
import { deal, HOST, NEXT_SESSION, REP, REP_2, REP_3, SESSION, World } from '../support/session-world';

let world: World;
beforeEach(() => (world = new World()));
const state = () => world.session.state;
const next = () => world.next.state;

test('Q8: what was not reached goes whole into the next session, deferred first', () => {
  const [a, b, c, d] = [
    world.brings(REP),
    world.brings(REP_2, { pipeline: { otherLiveDeals: 0, lifeOrDeath: 5, note: 'All in', hostsOnly: true } }),
    world.brings(REP_3),
    world.brings(REP),
  ];
  world.ok(REP_2, 'scenario.second', { scenarioId: a });
  world.seats(d);
  world.ok(HOST, 'scenario.defer', { scenarioId: c });
  world.ok(HOST, 'session.end');
  expect(next().queue).toEqual([c, a, b]);
  expect(state().carriedTo).toBe(NEXT_SESSION);
  const { changedAt: _, deferred: __, carriedWeeks, ...whole } = state().scenarios[a]!;
  const { standing } = world;
  expect(next().scenarios[a]).toEqual({
    ...whole,
    standing,
    changedAt: expect.objectContaining({ story: expect.any(Number) as number }) as object,
    deferred: false,
    carriedWeeks: carriedWeeks + 1,
  });
  expect(next().scenarios[b]?.pipeline?.note).toBe('All in');
  expect(next().scenarios[a]?.seconds).toEqual([REP_2]);
  expect(world.next.events[0]).toMatchObject({ type: 'scenario.carried', data: { from: SESSION, place: 0, id: c } });
});

test('Q8: what is carried over stands before what waits there', () => {
  const carried = world.brings(REP);
  const waiting = world.makes(REP_2, 'scenario.submit', deal({ title: 'Another' }), world.next);
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'session.end');
  expect(next().queue).toEqual([carried, waiting]);
});

test('Q8: a turn that was deferred is not reached either, and begins anew in the next session', () => {
  const scenarioId = world.brings(REP);
  world.seats(scenarioId, 'coach');
  world.ok(HOST, 'scenario.defer', { scenarioId });
  world.ok(HOST, 'session.end');
  expect(next().queue).toEqual([scenarioId]);
  expect(state().turns).toHaveLength(1);
});

test('Q8: where nothing is left, nothing is carried and no session is needed', () => {
  world.seats(world.brings(REP));
  world.facts = () => ({});
  world.ok(HOST, 'session.end');
  expect(state().carriedTo).toBeUndefined();
  expect(world.next.events).toEqual([]);
});

test('Q8: a cancelled session carries over too', () => {
  const scenarioId = world.brings(REP);
  world.ok(HOST, 'session.cancel');
  expect(next().queue).toEqual([scenarioId]);
  expect(state()).toMatchObject({ status: 'cancelled', carriedTo: NEXT_SESSION });
});

test('Q9: reopening takes it back in its place, as it was changed meanwhile', () => {
  const [a, b, c] = [world.brings(REP), world.brings(REP_2), world.brings(REP_3)];
  world.ok(HOST, 'scenario.defer', { scenarioId: b });
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'session.end');
  world.ok(REP, 'scenario.edit', { scenarioId: a, changes: { title: 'Changed there' }, base: next().seq }, world.next);
  world.ok(REP_3, 'scenario.second', { scenarioId: a }, world.next);
  world.ok(REP_3, 'scenario.withdraw', { scenarioId: c }, world.next);
  world.ok(HOST, 'session.reopen');
  expect(state()).toMatchObject({ status: 'live', queue: [a, b] });
  expect(state().carriedTo).toBeUndefined();
  expect(state().scenarios[a]).toMatchObject({ title: 'Changed there', seconds: [REP_3], carriedWeeks: 0 });
  expect(state().scenarios[b]?.deferred).toBe(true);
  expect(state().scenarios[c]).toBeUndefined();
  expect(next()).toMatchObject({ queue: [], scenarios: {} });
});

test('Q9: end, undo, end: carried over once, and one week more', () => {
  const scenarioId = world.brings(REP);
  world.ok(HOST, 'session.start');
  for (const type of ['session.end', 'session.reopen', 'session.end'] as const) world.ok(HOST, type);
  expect(next().queue).toEqual([scenarioId]);
  expect(next().scenarios[scenarioId]?.carriedWeeks).toBe(1);
});

test('R4, Q9: what was carried over, taken back, changed and carried over again is told as it is now', () => {
  const secret = { otherLiveDeals: 0, lifeOrDeath: 5, note: 'About to be fired', hostsOnly: true };
  const scenarioId = world.brings(REP, { story: 'It is Halden Dairy.', pipeline: secret });
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'session.end');
  world.ok(HOST, 'session.reopen');
  const changes = { story: 'It is a dairy.', pipeline: { otherLiveDeals: 0, lifeOrDeath: 5 } };
  world.ok(REP, 'scenario.edit', { scenarioId, changes, base: state().seq });
  world.ok(HOST, 'session.end');
  const told = world.next.events.map((event) => redact(event, { id: REP_2, hosts: false }, next()));
  expect(JSON.stringify(told)).toContain('It is a dairy.');
  expect(JSON.stringify(told)).not.toMatch(/fired|Halden/);
});

test('Q5, Q8: what had its turn stays in the record wherever it is carried over, and back', () => {
  const [scenarioId, waiting] = [world.brings(REP), world.brings(REP_2)];
  world.seats(scenarioId, 'clarify');
  world.says(REP_2, { kind: 'question' });
  world.ok(HOST, 'scenario.defer', { scenarioId });
  world.ok(HOST, 'session.end');
  expect(world.refused(REP, 'scenario.withdraw', { scenarioId }, world.next).code).toBe('conflict');
  world.ok(REP_2, 'scenario.withdraw', { scenarioId: waiting }, world.next);
  world.ok(HOST, 'session.reopen');
  expect(state().queue).toEqual([scenarioId]);
  expect(world.refused(REP, 'scenario.withdraw', { scenarioId }).code).toBe('conflict');
});

test('Q5, R8: a log that does not say whether a carried deal was heard folds as it did, and lets it be withdrawn', () => {
  const scenarioId = world.brings(REP);
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'session.end');
  expect(world.next.events[0]?.data).not.toHaveProperty('heard');
  expect(next().scenarios[scenarioId]).not.toHaveProperty('heard');
  world.ok(REP, 'scenario.withdraw', { scenarioId }, world.next);
  expect(next().queue).toEqual([]);
});

test('L9, Q8: a ladder that was revealed stays as it was seen wherever its deal is carried over, and back', () => {
  const [seen, unseen] = [world.brings(REP), world.brings(REP_2)];
  const ladder = Array.from({ length: 5 }, () => ({ answer: 'no' }));
  world.seats(seen, 'coach');
  world.ok(HOST, 'ladder.open');
  world.ok(REP_2, 'ladder.vote', { answers: ['yes', 'yes', 'no', 'no', 'no'] });
  world.ok(HOST, 'ladder.reveal');
  world.ok(HOST, 'scenario.defer', { scenarioId: seen });
  world.ok(HOST, 'session.end');
  const edit = (scenarioId: string, log: typeof world.next) => ({
    scenarioId,
    changes: { ladder },
    base: log.state.seq,
  });
  const frozen = { code: 'conflict', field: 'changes.ladder' };
  expect(world.refused(REP, 'scenario.edit', edit(seen, world.next), world.next)).toMatchObject(frozen);
  world.ok(REP, 'scenario.edit', { scenarioId: seen, changes: { title: 'Told anew' }, base: next().seq }, world.next);
  world.ok(REP_2, 'scenario.edit', edit(unseen, world.next), world.next);
  world.ok(HOST, 'session.reopen');
  expect(world.refused(REP, 'scenario.edit', edit(seen, world.session))).toMatchObject(frozen);
});

test('Q9: a base from before the undo is a conflict', () => {
  const scenarioId = world.brings(REP);
  const base = state().seq;
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'session.end');
  world.ok(HOST, 'session.reopen');
  expect(world.refused(REP, 'scenario.edit', { scenarioId, changes: { title: 'Late' }, base }).code).toBe('conflict');
});

test('Q10: once the next session started, or was cancelled, reopening is a conflict', () => {
  world.brings(REP);
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'session.end');
  world.ok(HOST, 'session.start', {}, world.next);
  expect(world.refused(HOST, 'session.reopen').code).toBe('conflict');

  const other = new World();
  other.brings(REP);
  other.ok(HOST, 'session.start');
  other.ok(HOST, 'session.end');
  other.ok(HOST, 'session.cancel', {}, other.next);
  expect(other.refused(HOST, 'session.reopen').code).toBe('conflict');
});

test('Q9: a reopening without the next session is never decided', () => {
  world.brings(REP);
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'session.end');
  world.facts = () => ({});
  expect(() => world.send(HOST, 'session.reopen')).toThrow('took over');
});

test('Q13: what is known of a rep is as they brought the deal, then as the session began, then as it is carried over', () => {
  const [first, second, other] = [world.brings(REP), world.brings(REP), world.brings(REP_2)];
  const brought = world.standing;
  expect(state().scenarios[second]?.standing).toEqual(brought);
  world.standing = { lastSeatAt: '2026-11-19T17:00:00.000Z', coached: 7 };
  world.ok(HOST, 'session.start');
  for (const id of [first, second, other]) expect(state().scenarios[id]?.standing).toEqual(world.standing);
  world.seats(first);
  expect(state().scenarios[second]?.standing).toEqual({ lastSeatAt: state().turn?.startedAt, coached: 0 });
  expect(state().scenarios[other]?.standing).toEqual(world.standing);
  world.standing = { lastSeatAt: '2026-11-26T16:00:00.000Z', coached: 2 };
  world.ok(HOST, 'session.end');
  for (const id of [second, other]) expect(next().scenarios[id]?.standing).toEqual(world.standing);
});

test('R8: a session that began before its reps’ history was recorded keeps what was known', () => {
  const id = world.brings(REP);
  const [started] = world.ok(HOST, 'session.start');
  const { standings: _, ...data } = started!.data as { standings: unknown };
  const older = { ...started!, data } as SessionEvent;
  const before = foldAll(emptySession(), world.session.events.slice(0, -1));
  expect(fold(before, older).scenarios[id]?.standing).toEqual(before.scenarios[id]?.standing);
});
