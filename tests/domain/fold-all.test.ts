import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySession, fold, foldAll } from '@/domain/session';
import { anySteps } from '../support/session-generator';
import { simulate } from '../support/session-simulation';
import { REP, REP_2, World } from '../support/session-world';

test('R8: a log folded at once is the log folded event by event, wherever it is cut', () => {
  fc.assert(
    fc.property(anySteps(120), fc.nat(100), (steps, cut) => {
      const { events, state } = simulate(steps).world.session;
      const begun = foldAll(emptySession(), events.slice(0, cut));
      expect(foldAll(begun, events.slice(cut))).toEqual(events.reduce(fold, emptySession()));
      expect(foldAll(emptySession(), events)).toEqual(state);
    }),
    { numRuns: 60 },
  );
});

test('R8: so it is with many words in a row', () => {
  const world = new World();
  world.seats(world.brings(REP), 'coach');
  for (let count = 0; count < 50; count += 1) world.says(REP_2, { body: `No. ${count}` });
  const { events, state } = world.session;
  expect(foldAll(emptySession(), events)).toEqual(state);
  expect(state.turn?.contributions).toHaveLength(50);
});
