import { beforeEach, describe, expect, test } from 'vitest';
import { CONTRIBUTION_KINDS, PHASES } from '@/domain/vocabulary';
import { HOST, REP, REP_2, REP_3, uid, World } from '../support/session-world';

let world: World;
let scenarioId: string;
beforeEach(() => {
  world = new World();
  scenarioId = world.brings(REP);
});

const state = () => world.session.state;
const stream = () => state().turn!.contributions;
const add = (by: string, data: object) =>
  world.send(by, 'contribution.add', { kind: 'advice', body: 'Ask who signs.', ...data });
const codeOf = (by: string, data: object) => {
  const decided = add(by, data);
  return decided.ok ? 'ok' : decided.error.code;
};

describe('what may be said when', () => {
  const RULES: Record<string, readonly string[]> = {
    present: [],
    clarify: ['question'],
    coach: ['question', 'advice', 'challenge', 'story', 'resource'],
    commit: [],
  };

  test.each(PHASES)('C1: what reps and the hot seat may say in %s', (phase) => {
    world.seats(scenarioId, 'coach');
    const replyTo = world.says(REP_2, { kind: 'question', body: 'Why now?' });
    world.ok(HOST, 'turn.phase', { phase });
    for (const kind of CONTRIBUTION_KINDS.filter((one) => one !== 'answer')) {
      const expected = RULES[phase]!.includes(kind) ? 'ok' : 'wrong_phase';
      expect(codeOf(REP_2, { kind }), kind).toBe(expected);
      expect(codeOf(REP, { kind }), kind).toBe(expected);
      expect(codeOf(HOST, { kind }), kind).toBe('ok');
    }
    expect(codeOf(REP, { kind: 'answer', replyTo })).toBe(phase === 'present' ? 'wrong_phase' : 'ok');
  });

  test('C2: a lab that is not strict lets everything through in every phase', () => {
    world.settings = { ...world.settings, strict: false };
    world.seats(scenarioId);
    for (const phase of PHASES) {
      world.ok(HOST, 'turn.phase', { phase });
      for (const kind of ['question', 'advice', 'resource']) expect(codeOf(REP_2, { kind })).toBe('ok');
    }
  });

  test("C3: an answer is the hot seat's, to something in this turn", () => {
    world.seats(scenarioId, 'clarify');
    const question = world.says(REP_2, { kind: 'question' });
    const answer = { kind: 'answer', body: 'In May.', replyTo: question };
    expect(world.refused(REP_3, 'contribution.add', answer)).toMatchObject({ code: 'forbidden', field: 'kind' });
    expect(world.refused(HOST, 'contribution.add', answer).code).toBe('forbidden');
    expect(world.refused(REP_3, 'contribution.add', { ...answer, replyTo: uid(777) }).code).toBe('forbidden');
    expect(world.refused(REP, 'contribution.add', { ...answer, replyTo: uid(777) })).toMatchObject({
      code: 'not_found',
      field: 'replyTo',
    });
    expect(world.refused(REP, 'contribution.add', { kind: 'answer', body: 'In May.' })).toMatchObject({
      code: 'invalid',
      field: 'replyTo',
    });
    world.ok(REP, 'contribution.add', answer);
    expect(stream().at(-1)).toMatchObject({ kind: 'answer', by: REP, replyTo: question });
  });
});

describe('words whose turn has passed', () => {
  test('C4: they are refused, and never land on another deal', () => {
    const second = world.brings(REP_2);
    const turnId = world.seats(scenarioId, 'coach');
    world.ok(HOST, 'turn.end');
    expect(world.refused(REP_3, 'contribution.add', { kind: 'advice', body: 'A', turnId }).code).toBe('wrong_phase');
    expect(world.refused(REP_3, 'contribution.add', { kind: 'advice', body: 'A' }).code).toBe('wrong_phase');
    world.seats(second, 'coach');
    expect(world.refused(REP_3, 'contribution.add', { kind: 'advice', body: 'A', turnId }).code).toBe('wrong_phase');
    expect(world.refused(REP_3, 'contribution.add', { kind: 'advice', body: 'A', turnId: uid(777) })).toMatchObject({
      code: 'not_found',
      field: 'turnId',
    });
    expect(stream()).toEqual([]);
  });

  test('C5: late words stand apart, in the open turn, an ended one, and in the closing round', () => {
    const first = world.seats(scenarioId, 'commit');
    world.says(REP_2, { late: first, body: 'One more' });
    expect(stream()).toMatchObject([{ late: true, body: 'One more' }]);
    world.ok(HOST, 'turn.end');
    world.says(REP_2, { late: first, body: 'Two more' });
    world.ok(HOST, 'session.close');
    world.says(REP_2, { late: first, body: 'Three more' });
    expect(state().turns[0]).toMatchObject({ contributions: 0, late: 3 });
    expect(world.refused(REP_2, 'contribution.add', { kind: 'advice', body: 'A', turnId: first }).code).toBe(
      'wrong_status',
    );
    expect(world.refused(REP_2, 'contribution.add', { kind: 'advice', body: 'A', late: uid(777) })).toMatchObject({
      code: 'not_found',
      field: 'late',
    });
    world.ok(HOST, 'session.end');
    expect(world.refused(REP_2, 'contribution.add', { kind: 'advice', body: 'A', late: first }).code).toBe(
      'wrong_status',
    );
  });

  test('C5: late is no way round the silence of a phase: what has not had its phase yet waits for it', () => {
    const turnId = world.seats(scenarioId, 'present');
    const late = (by: string, kind: string) => codeOf(by, { kind, late: turnId });
    for (const kind of ['question', 'advice']) {
      expect(late(REP_2, kind)).toBe('wrong_phase');
      expect(late(HOST, kind)).toBe('ok');
    }
    world.ok(HOST, 'turn.phase', { phase: 'clarify' });
    expect(late(REP_2, 'question')).toBe('ok');
    expect(world.refused(REP_2, 'contribution.add', { kind: 'advice', body: 'A', late: turnId })).toMatchObject({
      code: 'wrong_phase',
      message: expect.not.stringContaining('late') as string,
    });
    // Gone back, the phases that were there have passed.
    world.ok(HOST, 'turn.phase', { phase: 'coach' });
    for (const phase of ['clarify', 'present']) {
      world.ok(HOST, 'turn.phase', { phase });
      expect(world.refused(REP_2, 'contribution.add', { kind: 'advice', body: 'A' })).toMatchObject({
        code: 'wrong_phase',
        message: expect.stringContaining('You can send it late.') as string,
      });
      expect(late(REP_2, 'advice')).toBe('ok');
    }
  });

  test('C5: a phase that was passed over has passed', () => {
    const turnId = world.seats(scenarioId);
    world.ok(HOST, 'turn.phase', { phase: 'commit' });
    for (const kind of ['question', 'story']) {
      expect(codeOf(REP_2, { kind })).toBe('wrong_phase');
      expect(codeOf(REP_2, { kind, late: turnId })).toBe('ok');
    }
  });

  test('C2, C5: where the lab is not strict, late goes in every phase', () => {
    world.settings = { ...world.settings, strict: false };
    const turnId = world.seats(scenarioId);
    expect(codeOf(REP_2, { late: turnId })).toBe('ok');
  });

  test('C3, C5: a late answer replies to something in the turn that is over', () => {
    const first = world.seats(scenarioId, 'coach');
    const question = world.says(REP_2, { kind: 'question' });
    world.ok(HOST, 'turn.end');
    const answer = { kind: 'answer', body: 'In May.', replyTo: question, late: first };
    expect(world.refused(REP_3, 'contribution.add', answer).code).toBe('forbidden');
    expect(world.refused(REP, 'contribution.add', { ...answer, replyTo: uid(777) }).code).toBe('not_found');
    world.ok(REP, 'contribution.add', answer);
  });
});

describe('changing what was said', () => {
  test('C6: authors edit and withdraw, a host hides, and what is gone stays gone', () => {
    world.seats(scenarioId, 'coach');
    const [one, two] = [world.says(REP_2), world.says(REP_2)];
    expect(world.refused(HOST, 'contribution.edit', { contributionId: one, body: 'B' }).code).toBe('forbidden');
    expect(world.refused(REP_3, 'contribution.withdraw', { contributionId: one }).code).toBe('forbidden');
    expect(world.refused(REP_2, 'contribution.edit', { contributionId: uid(777), body: 'B' })).toMatchObject({
      code: 'not_found',
      field: 'contributionId',
    });
    expect(world.ok(REP_2, 'contribution.edit', { contributionId: one, body: 'Ask who signs.' })).toEqual([]);
    world.ok(REP_2, 'contribution.edit', { contributionId: one, body: 'Ask who pays.' });
    expect(stream()[0]).toMatchObject({ body: 'Ask who pays.', edited: true });
    world.ok(REP_2, 'contribution.withdraw', { contributionId: one });
    expect(world.ok(REP_2, 'contribution.withdraw', { contributionId: one })).toEqual([]);
    world.ok(HOST, 'contribution.hide', { contributionId: two });
    expect(world.ok(HOST, 'contribution.hide', { contributionId: two })).toEqual([]);
    expect(stream()).toMatchObject([
      { gone: 'withdrawn', body: '' },
      { gone: 'hidden', body: 'Ask who signs.' },
    ]);
    for (const contributionId of [one, two]) {
      expect(world.refused(REP_2, 'contribution.edit', { contributionId, body: 'C' }).code).toBe('conflict');
      expect(world.refused(HOST, 'contribution.pin', { contributionId }).code).toBe('conflict');
    }
    expect(world.refused(HOST, 'contribution.hide', { contributionId: one }).code).toBe('conflict');
  });

  test('C6: also in the closing round, in a turn that is over; not after the end', () => {
    world.seats(scenarioId, 'coach');
    const said = world.says(REP_2);
    world.ok(HOST, 'session.close');
    world.ok(REP_2, 'contribution.edit', { contributionId: said, body: 'Ask who pays.' });
    world.ok(HOST, 'session.end');
    expect(world.refused(REP_2, 'contribution.withdraw', { contributionId: said }).code).toBe('wrong_status');
  });

  test("C7: helpful is the hot seat's, also after the turn, and not for own words", () => {
    world.seats(scenarioId, 'coach');
    const [said, own] = [world.says(REP_2), world.says(REP)];
    expect(world.refused(HOST, 'contribution.helpful', { contributionId: said }).code).toBe('forbidden');
    expect(world.refused(REP_2, 'contribution.helpful', { contributionId: said }).code).toBe('forbidden');
    expect(world.refused(REP, 'contribution.helpful', { contributionId: own }).code).toBe('conflict');
    world.ok(REP, 'contribution.helpful', { contributionId: said });
    expect(stream()[0]?.helpful).toBe(true);
    world.ok(HOST, 'turn.end');
    expect(state().turns[0]?.helpful).toEqual([said]);
    expect(world.ok(REP, 'contribution.helpful', { contributionId: said, on: true })).toEqual([]);
    world.ok(REP, 'contribution.helpful', { contributionId: said });
    expect(state().turns[0]?.helpful).toEqual([]);
  });

  test('C7: a host pins and takes the pin off', () => {
    world.seats(scenarioId, 'coach');
    const contributionId = world.says(REP_2);
    world.ok(HOST, 'contribution.pin', { contributionId });
    expect(world.ok(HOST, 'contribution.pin', { contributionId, on: true })).toEqual([]);
    expect(stream()[0]?.pinned).toBe(true);
    world.ok(HOST, 'contribution.pin', { contributionId });
    expect(stream()[0]?.pinned).toBeUndefined();
  });
});
