import { beforeEach, describe, expect, test } from 'vitest';
import { climbOf, climbText, closedBy, lowestOpenRung, roomHolds, totalsOf, verdict } from '@/domain/ladder';
import type { Read } from '@/domain/vocabulary';
import { deal, GUEST, HOST, REP, REP_2, REP_3, REP_4, World } from '../support/session-world';

const ALL: Read = ['yes', 'yes', 'yes', 'yes', 'yes'];

describe('reading the ladder', () => {
  test('L6: the room holds a rung when more than half of those who voted say yes', () => {
    expect(roomHolds({ yes: 2, unsure: 1, no: 0 })).toBe(true);
    expect(roomHolds({ yes: 1, unsure: 1, no: 0 })).toBe(false);
    expect(roomHolds({ yes: 0, unsure: 0, no: 0 })).toBe(false);
  });

  test('L1, L6: totals count each answer on each rung', () => {
    const totals = totalsOf([ALL, ['no', 'unsure', 'yes', 'yes', 'no']]);
    expect(totals[0]).toEqual({ yes: 1, unsure: 0, no: 1 });
    expect(totals[1]).toEqual({ yes: 1, unsure: 1, no: 0 });
    expect(totals[2]).toEqual({ yes: 2, unsure: 0, no: 0 });
    expect(totalsOf([])).toEqual(Array(5).fill({ yes: 0, unsure: 0, no: 0 }));
  });

  test("L7: the lowest open rung is the first that one of the two doesn't hold", () => {
    const room = totalsOf([ALL, ALL, ['yes', 'no', 'yes', 'yes', 'yes']]);
    expect(lowestOpenRung(ALL, room)).toBeNull();
    expect(lowestOpenRung(['yes', 'yes', 'yes', 'unsure', 'no'], room)).toBe(4);
    expect(lowestOpenRung(ALL, totalsOf([['yes', 'yes', 'no', 'yes', 'yes']]))).toBe(3);
    expect(lowestOpenRung(['yes', 'yes', 'yes', 'yes', 'no'], totalsOf([['yes', 'no', 'yes', 'yes', 'yes']]))).toBe(2);
  });

  test('L7: one side alone is read alone', () => {
    expect(lowestOpenRung(['yes', 'no', 'yes', 'yes', 'yes'], null)).toBe(2);
    expect(lowestOpenRung(null, totalsOf([['yes', 'yes', 'yes', 'yes', 'no']]))).toBe(5);
  });

  test("L8: the verdict is the product's own words", () => {
    expect(verdict(null)).toBe('You have a responsibility to help.');
    expect(verdict(3)).toBe('Close the lowest open rung, or move on.');
  });

  test('L7: the rungs that closed since', () => {
    const ladder = (['yes', 'yes', 'no', 'yes', 'yes'] as const).map((answer) => ({ answer }));
    expect(closedBy({ ladder, held: [true, false, false, true, false] })).toEqual([2, 5]);
    expect(closedBy({ ladder, before: ladder, held: [true, false, false, true, false] })).toEqual([]);
  });

  test('L7: what is said of the ladder of a report: what it closed, and the lowest rung that is open then', () => {
    const told = (answers: string) =>
      [...answers].map((one) => ({ answer: one === 'y' ? ('yes' as const) : 'no' }) as const);
    const held = [true, true, true, false, false];
    expect(climbText(climbOf({ ladder: told('yyyyy'), held }))).toBe('Rungs 4 and 5 closed. All five rungs hold now.');
    const slid = climbOf({ ladder: told('ynyyy'), before: told('yyyyy'), held });
    expect(climbText(slid)).toBe('Lowest open rung now: 2.');
    expect(climbText(climbOf({ ladder: null, before: told('yyyyy'), held }))).toBeUndefined();
  });
});

describe('the blind vote', () => {
  let world: World;
  let scenarioId: string;
  beforeEach(() => {
    world = new World();
    scenarioId = world.brings(REP);
  });
  const turn = () => world.session.state.turn!;
  const vote = (by: string, answers: Read = ALL) => world.ok(by, 'ladder.vote', { answers });

  test('L2: opens in clarify or coach; open already, nothing changes', () => {
    world.seats(scenarioId);
    expect(world.refused(HOST, 'ladder.open').code).toBe('wrong_phase');
    world.ok(HOST, 'turn.phase', { phase: 'commit' });
    expect(world.refused(HOST, 'ladder.open').code).toBe('wrong_phase');
    world.ok(HOST, 'turn.phase', { phase: 'clarify' });
    world.ok(HOST, 'ladder.open');
    expect(world.ok(HOST, 'ladder.open')).toEqual([]);
  });

  test('L3: every rep but the hot seat; not before, not after', () => {
    world.seats(scenarioId, 'coach');
    expect(world.refused(REP_2, 'ladder.vote', { answers: ALL }).code).toBe('wrong_phase');
    world.ok(HOST, 'ladder.open');
    expect(world.refused(REP, 'ladder.vote', { answers: ALL }).code).toBe('forbidden');
    expect(world.refused(HOST, 'ladder.vote', { answers: ALL }).code).toBe('forbidden');
    expect(world.refused(GUEST, 'ladder.vote', { answers: ALL }).code).toBe('read_only');
    vote(REP_2);
    world.ok(HOST, 'ladder.reveal');
    expect(world.refused(REP_3, 'ladder.vote', { answers: ALL }).code).toBe('wrong_phase');
  });

  test('L3, T12: a vote for the turn before is a conflict, also of who sits there now', () => {
    const first = world.seats(scenarioId, 'coach');
    world.ok(HOST, 'turn.end');
    world.seats(world.brings(REP_2), 'coach');
    world.ok(HOST, 'ladder.open');
    expect(world.refused(REP_2, 'ladder.vote', { answers: ALL, turnId: first }).code).toBe('conflict');
    expect(world.refused(REP_3, 'ladder.vote', { answers: ALL, turnId: first }).code).toBe('conflict');
  });

  test("L4: a vote sent again replaces, and doesn't count twice", () => {
    world.seats(scenarioId, 'coach');
    world.ok(HOST, 'ladder.open');
    vote(REP_2);
    expect(vote(REP_2)).toEqual([]);
    vote(REP_2, ['no', 'no', 'no', 'no', 'no']);
    vote(REP_3);
    expect(turn().votes).toBe(2);
    world.ok(HOST, 'ladder.reveal');
    expect(turn().reveal?.totals[0]).toEqual({ yes: 1, unsure: 0, no: 1 });
  });

  test('L5: without votes there is nothing to reveal; revealed already, nothing changes', () => {
    world.seats(scenarioId, 'coach');
    expect(world.refused(HOST, 'ladder.reveal').code).toBe('conflict');
    world.ok(HOST, 'ladder.open');
    expect(world.refused(HOST, 'ladder.reveal').message).toContain('Nobody has voted');
    vote(REP_2);
    world.ok(HOST, 'ladder.reveal');
    expect(world.ok(HOST, 'ladder.reveal')).toEqual([]);
    expect(world.refused(HOST, 'ladder.open').code).toBe('conflict');
  });

  test('L9, L7: the reveal shows read, evidence and totals, and the ladder is fixed from then on', () => {
    world.seats(scenarioId, 'clarify');
    world.ok(HOST, 'ladder.open');
    for (const by of [REP_2, REP_3, REP_4]) vote(by);
    world.ok(HOST, 'turn.phase', { phase: 'commit' });
    world.ok(HOST, 'ladder.reveal');
    expect(turn().ladderOpen).toBe(false);
    expect(turn().reveal).toMatchObject({
      read: ['yes', 'yes', 'unsure', 'no', 'yes'],
      evidence: ['They lost two days in May', null, null, null, null],
      totals: Array(5).fill({ yes: 3, unsure: 0, no: 0 }),
      lowestOpenRung: 3,
    });
    const edit = { scenarioId, changes: { ladder: ALL.map((answer) => ({ answer })) }, base: 100 };
    expect(world.refused(REP, 'scenario.edit', edit)).toMatchObject({ code: 'conflict', field: 'changes.ladder' });
    world.ok(HOST, 'turn.end');
    expect(world.refused(REP, 'scenario.edit', edit).code).toBe('conflict');
  });

  test('L8: all five held by both leaves no rung open', () => {
    world.seats(world.brings(REP_2, { ladder: deal().ladder.map(() => ({ answer: 'yes' })) }), 'coach');
    world.ok(HOST, 'ladder.open');
    vote(REP_3);
    world.ok(HOST, 'ladder.reveal');
    expect(turn().reveal?.lowestOpenRung).toBeNull();
  });
});
