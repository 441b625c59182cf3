import { beforeEach, describe, expect, test } from 'vitest';
import { GUEST, HOST, OLD_COMMITMENT, OLD_COMMITMENT_2, REP, REP_2, REP_3, uid, World } from '../support/session-world';

let world: World;
let scenarioId: string;
beforeEach(() => {
  world = new World();
  scenarioId = world.brings(REP);
});

const state = () => world.session.state;

describe('commitments', () => {
  const pursue = { decision: 'pursue', nextStep: 'Call Gareth', dueOn: '2026-12-01' };

  test('C8: a decision, a step and a day from today on; moving on needs neither', () => {
    world.settings = { ...world.settings, timeZone: 'Pacific/Auckland' };
    world.seats(scenarioId, 'commit');
    const refused = (data: object) => world.refused(REP, 'commitment.make', { ...pursue, ...data });
    expect(refused({ decision: 'wait' })).toMatchObject({ code: 'invalid', field: 'decision' });
    expect(refused({ nextStep: ' ' })).toMatchObject({ code: 'invalid', field: 'nextStep' });
    expect(refused({ dueOn: undefined })).toMatchObject({ code: 'invalid', field: 'dueOn' });
    expect(refused({ dueOn: '2026-02-30' })).toMatchObject({ code: 'invalid', field: 'dueOn' });
    // It is Thursday 16:00 in UTC, and Friday the 27th in Auckland already.
    expect(refused({ dueOn: '2026-11-26' })).toMatchObject({ code: 'invalid', field: 'dueOn' });
    world.ok(REP, 'commitment.make', { ...pursue, dueOn: '2026-11-27' });
    world.ok(REP, 'commitment.make', { decision: 'move_on' });
    expect(state().turn?.commitment).toMatchObject({ decision: 'move_on', by: REP });
  });

  test('C9: only the rep whose turn it is, in the last phase, and until the session has ended', () => {
    world.seats(scenarioId, 'coach');
    expect(world.refused(REP, 'commitment.make', pursue).code).toBe('wrong_phase');
    world.ok(HOST, 'turn.phase', { phase: 'commit' });
    expect(world.refused(REP_2, 'commitment.make', pursue).code).toBe('forbidden');
    expect(world.refused(HOST, 'commitment.make', pursue).code).toBe('forbidden');
    const turnId = state().turn!.id;
    world.ok(HOST, 'turn.end');
    expect(world.refused(REP, 'commitment.make', pursue).code).toBe('wrong_phase');
    expect(world.refused(REP, 'commitment.make', { ...pursue, turnId }).code).toBe('conflict');
    world.ok(REP, 'commitment.make', { ...pursue, scenarioId, turnId });
    world.ok(HOST, 'session.close');
    world.ok(REP, 'commitment.make', { ...pursue, scenarioId, nextStep: 'Call Inga' });
    expect(state().turns[0]?.commitment?.nextStep).toBe('Call Inga');
    expect(world.refused(REP_2, 'commitment.make', { ...pursue, scenarioId }).code).toBe('forbidden');
    world.ok(HOST, 'session.end');
    expect(world.refused(REP, 'commitment.make', { ...pursue, scenarioId }).code).toBe('wrong_status');
  });

  test('C9, C4: a commitment never lands on another deal', () => {
    const second = world.brings(REP_2);
    const first = world.seats(scenarioId, 'commit');
    world.ok(HOST, 'turn.end');
    world.seats(second, 'commit');
    expect(world.refused(REP_2, 'commitment.make', { ...pursue, scenarioId: uid(777) }).code).toBe('not_found');
    expect(world.refused(REP_2, 'commitment.make', { ...pursue, scenarioId: second, turnId: first }).code).toBe(
      'conflict',
    );
    const third = world.brings(REP_3);
    expect(world.refused(REP_3, 'commitment.make', { ...pursue, scenarioId: third }).code).toBe('wrong_phase');
  });

  test('C10: made again it replaces and keeps its id', () => {
    world.seats(scenarioId, 'commit');
    const id = world.makes(REP, 'commitment.make', pursue);
    expect(world.makes(REP, 'commitment.make', { ...pursue, decision: 'change' })).toBe(id);
    expect(state().turn?.commitment).toMatchObject({ id, decision: 'change' });
  });

  test('C11: it uses words of its turn, and remembers whose they are', () => {
    world.seats(scenarioId, 'coach');
    const [one, two, own] = [world.says(REP_2), world.says(HOST), world.says(REP)];
    world.ok(HOST, 'turn.phase', { phase: 'commit' });
    expect(world.refused(REP, 'commitment.make', { ...pursue, uses: [uid(777)] })).toMatchObject({
      code: 'not_found',
      field: 'uses',
    });
    expect(world.refused(REP_2, 'commitment.make', { ...pursue, uses: [uid(777)] }).code).toBe('forbidden');
    world.ok(REP, 'commitment.make', { ...pursue, uses: [one, two, own, one] });
    expect(state().turn?.commitment).toMatchObject({ uses: [one, two, own], usesOf: [REP_2, HOST] });
    world.ok(HOST, 'turn.end');
    world.ok(REP, 'commitment.make', { ...pursue, scenarioId, uses: [one] });
    expect(state().turns[0]?.commitment?.usesOf).toEqual([REP_2]);
  });
});

describe('check-ins', () => {
  test("C12: the commitment's rep or a host records; the latest counts", () => {
    world.ok(HOST, 'session.start');
    const data = { commitmentId: OLD_COMMITMENT, outcome: 'advanced', note: 'They called back' };
    expect(world.refused(REP_2, 'checkin.record', data).code).toBe('forbidden');
    expect(world.refused(GUEST, 'checkin.record', data).code).toBe('read_only');
    expect(world.refused(REP, 'checkin.record', { ...data, commitmentId: uid(777) })).toMatchObject({
      code: 'not_found',
      field: 'commitmentId',
    });
    world.ok(REP, 'checkin.record', data);
    world.ok(HOST, 'checkin.record', { ...data, outcome: 'won', ladder: ['yes', 'yes', 'yes', 'yes', 'no'] });
    expect(state().rollCall[0]?.checkIn).toMatchObject({ outcome: 'won', by: HOST });
    expect(state().rollCall[0]?.checkIn?.ladder?.map(({ answer }) => answer)).toEqual([
      'yes',
      'yes',
      'yes',
      'yes',
      'no',
    ]);
    expect(state().rollCall[1]).toMatchObject({ commitmentId: OLD_COMMITMENT_2, checkedIn: { outcome: 'moved_on' } });
  });

  test('C12: also on what was committed in this session', () => {
    world.seats(scenarioId, 'commit');
    const commitmentId = world.makes(REP, 'commitment.make', { decision: 'move_on' });
    world.ok(REP, 'checkin.record', { commitmentId, outcome: 'moved_on' });
    expect(state().turn?.commitment?.checkIn?.outcome).toBe('moved_on');
  });
});
