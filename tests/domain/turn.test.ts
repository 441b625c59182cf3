import { beforeEach, describe, expect, test } from 'vitest';
import { leftOf } from '@/domain/clock';
import { timerOf, wasPutOff, wholeTurn } from '@/domain/session';
import { HOST, HOST_2, REP, REP_2, uid, World } from '../support/session-world';

const MINUTE = 60_000;
let world: World;
let scenarioId: string;
beforeEach(() => {
  world = new World();
  scenarioId = world.brings(REP);
});

const turn = () => world.session.state.turn!;
const left = () => leftOf(timerOf(turn()), world.now);

describe('starting', () => {
  test("T1, T3: a turn begins in present with the lab's minutes, and leaves the queue", () => {
    const second = world.brings(REP_2);
    world.settings = { ...world.settings, phaseSeconds: { present: 240, clarify: 300, coach: 600, commit: 120 } };
    world.seats(second);
    expect(turn()).toMatchObject({ scenarioId: second, repId: REP_2, phase: 'present', contributions: [], votes: 0 });
    expect(left()).toBe(4 * MINUTE);
    expect(world.session.state.queue).toEqual([scenarioId]);
  });

  test('T2: at most one turn is open; the open one started again changes nothing', () => {
    const second = world.brings(REP_2);
    world.seats(scenarioId);
    expect(world.refused(HOST, 'turn.start', { scenarioId: second }).code).toBe('conflict');
    expect(world.ok(HOST_2, 'turn.start', { scenarioId })).toEqual([]);
  });

  test('T3, T12: an unknown deal is not_found; one that neither waits nor has had its turn is a conflict', () => {
    world.ok(HOST, 'session.start');
    expect(world.refused(HOST, 'turn.start', { scenarioId: uid(777) })).toMatchObject({
      code: 'not_found',
      field: 'scenarioId',
    });
    const other = world.brings(REP_2);
    const turnId = world.seats(scenarioId);
    world.ok(HOST, 'turn.end');
    expect(world.refused(HOST, 'turn.start', { scenarioId: other, turnId }).code).toBe('conflict');
    expect(world.refused(HOST, 'turn.start', { scenarioId: other, turnId: uid(777) }).code).toBe('not_found');
  });
});

describe('phases', () => {
  test('T4: a phase that is returned to has what was left, a minute at least', () => {
    world.seats(scenarioId);
    world.now += 2 * MINUTE;
    world.ok(HOST, 'turn.phase', { phase: 'coach' });
    expect(left()).toBe(10 * MINUTE);
    world.now += 4 * MINUTE;
    world.ok(HOST, 'turn.phase', { phase: 'present' });
    expect(left()).toBe(MINUTE);
    world.ok(HOST, 'turn.phase', { phase: 'coach' });
    expect(left()).toBe(6 * MINUTE);
    world.now += 9 * MINUTE;
    world.ok(HOST, 'turn.phase', { phase: 'commit' });
    world.ok(HOST, 'turn.phase', { phase: 'coach' });
    expect(left()).toBe(MINUTE);
  });

  test('T5: two hosts pressing "Next" move the meeting once', () => {
    world.seats(scenarioId);
    const next = { phase: 'clarify', from: 'present', turnId: turn().id };
    world.ok(HOST, 'turn.phase', next);
    expect(world.refused(HOST_2, 'turn.phase', next)).toMatchObject({ code: 'conflict', field: 'from' });
    expect(world.ok(HOST_2, 'turn.phase', { phase: 'clarify' })).toEqual([]);
    expect(turn().phase).toBe('clarify');
  });

  test('T12: a turn that is over is a conflict, an unknown one not_found, none at all wrong_phase', () => {
    const first = world.seats(scenarioId);
    world.ok(HOST, 'turn.end', { turnId: first });
    for (const type of ['turn.pause', 'turn.resume', 'turn.end', 'ladder.open', 'ladder.reveal']) {
      expect(world.refused(HOST, type).code).toBe('wrong_phase');
      expect(world.refused(HOST, type, { turnId: first })).toMatchObject({ code: 'conflict', field: 'turnId' });
      expect(world.refused(HOST, type, { turnId: uid(777) })).toMatchObject({ code: 'not_found', field: 'turnId' });
    }
    world.seats(world.brings(REP_2));
    expect(world.refused(HOST, 'turn.extend', { seconds: 60, turnId: first }).code).toBe('conflict');
    expect(world.refused(HOST, 'turn.phase', { phase: 'coach', turnId: first }).code).toBe('conflict');
  });
});

describe('the clock', () => {
  test('T6: pause keeps what is left, resume goes on from there; again nothing changes', () => {
    world.seats(scenarioId);
    world.now += MINUTE;
    world.ok(HOST, 'turn.pause');
    expect(world.ok(HOST_2, 'turn.pause')).toEqual([]);
    world.now += 5 * MINUTE;
    expect(left()).toBe(2 * MINUTE);
    world.ok(HOST, 'turn.resume');
    expect(world.ok(HOST_2, 'turn.resume')).toEqual([]);
    world.now += MINUTE;
    expect(left()).toBe(MINUTE);
  });

  test('T6: another phase starts its clock, though the last one stood', () => {
    world.seats(scenarioId);
    world.ok(HOST, 'turn.pause');
    world.ok(HOST, 'turn.phase', { phase: 'clarify' });
    expect(turn().leftMs).toBeUndefined();
    world.now += MINUTE;
    expect(left()).toBe(4 * MINUTE);
    world.ok(HOST, 'turn.phase', { phase: 'present' });
    expect(left()).toBe(3 * MINUTE);
  });

  test('T7: extending adds to what is left, and counts from now once it is over', () => {
    world.seats(scenarioId);
    world.now += MINUTE;
    world.ok(HOST, 'turn.extend', { seconds: 60 });
    expect(left()).toBe(3 * MINUTE);
    world.now += 10 * MINUTE;
    world.ok(HOST, 'turn.extend', { seconds: 90 });
    expect(left()).toBe(1.5 * MINUTE);
    world.ok(HOST, 'turn.pause');
    world.ok(HOST, 'turn.extend', { seconds: 30 });
    expect(turn().leftMs).toBe(2 * MINUTE);
  });

  test('T8: at zero the clock counts over, and nothing happens by itself', () => {
    world.seats(scenarioId);
    const events = world.session.events.length;
    world.now += 30 * MINUTE;
    expect(left()).toBe(-27 * MINUTE);
    expect(world.session.events).toHaveLength(events);
  });
});

describe('ending and resuming', () => {
  test('T9, T10: a turn that ended without a commitment goes on as it was', () => {
    const turnId = world.seats(scenarioId, 'coach');
    const said = world.says(REP_2);
    world.ok(HOST, 'ladder.open');
    world.ok(REP_2, 'ladder.vote', { answers: ['yes', 'no', 'yes', 'no', 'yes'] });
    world.now += 4 * MINUTE;
    world.ok(HOST, 'turn.end');
    expect(world.session.state.turns[0]).toMatchObject({
      id: turnId,
      phase: 'coach',
      contributions: 1,
      leftMs: 6 * MINUTE,
    });
    world.ok(REP, 'contribution.helpful', { contributionId: said });
    world.now += MINUTE;
    world.ok(HOST, 'turn.start', { scenarioId, turnId });
    expect(turn()).toMatchObject({ id: turnId, phase: 'coach', ladderOpen: true, votes: 1 });
    expect(turn().contributions).toMatchObject([{ id: said, body: 'Ask who signs.', helpful: true }]);
    expect(left()).toBe(6 * MINUTE);
    expect(world.session.state.turns).toEqual([]);
  });

  test('T9: a phase that was over has a minute when its turn goes on', () => {
    world.seats(scenarioId);
    world.now += 9 * MINUTE;
    world.ok(HOST, 'turn.end');
    world.ok(HOST, 'turn.start', { scenarioId });
    expect(left()).toBe(MINUTE);
  });

  test('T9: a resumed turn without its words is never decided', () => {
    world.seats(scenarioId);
    world.ok(HOST, 'turn.end');
    world.facts = () => ({});
    expect(() => world.send(HOST, 'turn.start', { scenarioId })).toThrow('with its words');
  });

  test('T11, Q7: deferring the open turn ends it and puts its deal last', () => {
    const second = world.brings(REP_2);
    world.seats(scenarioId);
    expect(world.ok(HOST, 'scenario.defer', { scenarioId }).map(({ type }) => type)).toEqual([
      'turn.ended',
      'scenario.deferred',
    ]);
    expect(world.session.state.queue).toEqual([second, scenarioId]);
    expect(world.session.state.scenarios[scenarioId]?.deferred).toBe(true);
    world.ok(HOST, 'turn.start', { scenarioId });
    expect(world.session.state.scenarios[scenarioId]?.deferred).toBe(false);
    expect(world.session.state.queue).toEqual([second]);
  });

  test('T11: a turn that is put off is no seat, until it is taken up again', () => {
    const other = world.brings(REP);
    const before = world.session.state.scenarios[other]!.standing;
    const turnId = world.seats(scenarioId);
    const seat = { lastSeatAt: world.session.state.turn!.startedAt, coached: 0 };
    expect(world.session.state.scenarios[other]!.standing).toEqual(seat);
    world.ok(HOST, 'scenario.defer', { scenarioId });
    expect(before).not.toEqual(seat);
    for (const id of [scenarioId, other]) expect(world.session.state.scenarios[id]!.standing).toEqual(before);
    world.ok(HOST, 'turn.start', { scenarioId });
    expect(world.session.state.turn!.id).toBe(turnId);
    expect(world.session.state.scenarios[other]!.standing).toEqual(seat);
  });

  test('T11: a turn that was put off counts as heard where its rep has committed', () => {
    const putOff = () => wasPutOff(world.session.state, world.session.state.turns[0]!);
    world.seats(scenarioId, 'commit');
    world.ok(HOST, 'scenario.defer', { scenarioId });
    expect(putOff()).toBe(true);
    world.ok(REP, 'commitment.make', { decision: 'move_on', scenarioId });
    expect(putOff()).toBe(false);
  });

  test('T14: an ended turn is a summary; fetched whole it has what came later too', () => {
    const turnId = world.seats(scenarioId, 'coach');
    const said = world.says(REP_2);
    world.ok(HOST, 'turn.end');
    world.ok(HOST, 'contribution.pin', { contributionId: said });
    world.ok(REP_2, 'contribution.edit', { contributionId: said, body: 'Ask who pays.' });
    world.says(HOST, { late: turnId, body: 'One more thing' });
    expect(world.session.state.turns[0]).toMatchObject({ contributions: 1, late: 1 });
    expect(wholeTurn(world.session.events, turnId)?.contributions).toMatchObject([
      { id: said, body: 'Ask who pays.', pinned: true, edited: true },
      { body: 'One more thing', late: true },
    ]);
    expect(wholeTurn(world.session.events, uid(777))).toBeUndefined();
  });

  test('T14: an open turn is not fetched', () => {
    const turnId = world.seats(scenarioId);
    expect(wholeTurn(world.session.events, turnId)).toBeUndefined();
  });
});
