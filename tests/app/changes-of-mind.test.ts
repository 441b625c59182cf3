import { expect, test } from 'vitest';
import { changedTheirMind } from '@/app/sessions/[id]/live/use-changes-of-mind';
import { deal, HOST, REP, World } from '../support/session-world';

test('a commitment that says something else is a change of mind, in its turn and after it; the first, and the same again, is none', () => {
  const world = new World();
  world.ok(REP, 'scenario.submit', deal({}));
  world.ok(HOST, 'session.start');
  const turnId = world.seats(world.session.state.queue[0]!, 'commit');
  const { scenarioId } = world.session.state.turn!;
  const after = (act: () => void) => {
    const before = world.session.state;
    act();
    return changedTheirMind(before, world.session.state);
  };
  const commit = (decision: 'move_on' | 'change') => () =>
    world.ok(REP, 'commitment.make', {
      scenarioId,
      turnId,
      decision,
      ...(decision === 'move_on' ? {} : { nextStep: 'Ask who signs.', dueOn: '2030-01-01' }),
      uses: [],
    });
  expect(after(commit('move_on'))).toEqual([]);
  expect(after(commit('move_on'))).toEqual([]);
  expect(after(commit('change'))).toEqual([REP]);
  expect(after(() => world.ok(HOST, 'turn.end'))).toEqual([]);
  expect(after(commit('move_on'))).toEqual([REP]);
});
