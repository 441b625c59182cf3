import { beforeEach, expect, test } from 'vitest';
import { parseCommand } from '@/domain/protocol';
import { deal, HOST, OBSERVER, REP, REP_2, REP_3, uid, World } from '../support/session-world';

/** One case of everything that two codes can both be said of: the earlier one in the protocol's order wins. */
let world: World;
beforeEach(() => (world = new World()));
const code = (by: string, type: string, data: object) => world.refused(by, type, data).code;

test('P5: too_large before invalid', () => {
  const parsed = parseCommand({ id: 'x', type: 'nonsense', data: { body: 'x'.repeat(70_000) } });
  expect(parsed).toMatchObject({ ok: false, error: { code: 'too_large' } });
});

test('P5: invalid before read_only and forbidden', () => {
  world.ok(HOST, 'session.start');
  expect(code(OBSERVER, 'takeaway.leave', { body: '' })).toBe('invalid');
  expect(code(REP, 'host.note', { body: '' })).toBe('invalid');
  expect(code(OBSERVER, 'commitment.make', { decision: 'pursue', nextStep: 'Call', dueOn: '2020-01-01' })).toBe(
    'invalid',
  );
});

test('P5: read_only and forbidden before not_found', () => {
  expect(code(OBSERVER, 'scenario.second', { scenarioId: uid(777) })).toBe('read_only');
  expect(code(REP, 'queue.move', { scenarioId: uid(777), to: 0 })).toBe('forbidden');
  expect(code(REP, 'participant.remove', { userId: uid(777) })).toBe('forbidden');
  expect(code(REP, 'scenario.submit', deal({ for: uid(777) }))).toBe('forbidden');
});

test('P5: forbidden before wrong_phase: a commitment for a deal that has not sat is its rep’s alone', () => {
  const scenarioId = world.brings(REP);
  world.ok(HOST, 'session.start');
  const data = { decision: 'move_on', scenarioId };
  expect([REP_2, HOST].map((by) => code(by, 'commitment.make', data))).toEqual(['forbidden', 'forbidden']);
  expect(code(REP, 'commitment.make', data)).toBe('wrong_phase');
});

test('P5: not_found before wrong_status', () => {
  expect(code(HOST, 'turn.start', { scenarioId: uid(777) })).toBe('not_found');
  expect(code(HOST, 'turn.end', { turnId: uid(777) })).toBe('not_found');
  expect(code(REP, 'contribution.add', { kind: 'advice', body: 'A', turnId: uid(777) })).toBe('not_found');
  expect(code(REP, 'floor.answer', { questionId: uid(777), body: 'A' })).toBe('not_found');
});

test('P5: wrong_status before wrong_phase and conflict', () => {
  const scenarioId = world.brings(REP);
  world.seats(scenarioId);
  const turnId = world.session.state.turn!.id;
  world.ok(HOST, 'session.close');
  expect(code(REP_2, 'contribution.add', { kind: 'advice', body: 'A', turnId })).toBe('wrong_status');
  expect(code(HOST, 'turn.end', { turnId })).toBe('wrong_status');
  expect(code(REP_2, 'ladder.vote', { answers: ['yes', 'yes', 'yes', 'yes', 'yes'] })).toBe('wrong_status');
});

test('P5: wrong_phase before conflict', () => {
  world.seats(world.brings(REP), 'coach');
  world.ok(HOST, 'ladder.open');
  world.ok(REP_3, 'ladder.vote', { answers: ['yes', 'yes', 'yes', 'yes', 'yes'] });
  world.ok(HOST, 'ladder.reveal');
  world.ok(HOST, 'turn.phase', { phase: 'commit' });
  expect(code(HOST, 'ladder.open', {})).toBe('wrong_phase');
  world.ok(HOST, 'turn.phase', { phase: 'coach' });
  expect(code(HOST, 'ladder.open', {})).toBe('conflict');
});
