import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renumbered, type Numbered } from '@/domain/session-numbers';

const DAY_MS = 86_400_000;
const after = (toCome: Numbered[], begun = 0) => {
  const anew = new Map(renumbered(toCome, begun).map(({ id, number }) => [id, number]));
  const dated = toCome.toSorted((a, b) => a.at - b.at || a.number - b.number);
  return dated.map((session) => ({ ...session, number: anew.get(session.id) ?? session.number }));
};
const on = (...days: [number: number, day: number][]) =>
  days.map(([number, day]) => ({ id: `${number}`, number, at: day * DAY_MS }));

test.each([
  ['a day that is skipped leaves no hole', on([1, 7], [3, 21], [4, 28]), 0, ['1', '3', '4']],
  ['a single session takes the number of its place', on([1, 7], [2, 14], [3, 21], [4, 10]), 0, ['1', '4', '2', '3']],
  ['one that is moved behind the next swaps with it', on([5, 15], [6, 14], [7, 21]), 4, ['6', '5', '7']],
  ['another rhythm counts on from what was held', on([5, 7], [9, 14], [12, 35]), 3, ['5', '9', '12']],
  ['what comes back after one was held is counted after it', on([2, 14], [4, 21]), 3, ['2', '4']],
])('numbers of sessions to come: %s', (_, toCome, begun, ids) => {
  const told = after(toCome, begun);
  expect(told.map(({ id }) => id)).toEqual(ids);
  expect(told.map(({ number }) => number)).toEqual(ids.map((_, place) => begun + 1 + place));
});

test('numbers of sessions to come follow their dates on from what has begun, without holes', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 });
  const days = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(numbers, days, fc.nat(60), (given, dates, begun) => {
      const toCome = on(...given.map((number, at): [number, number] => [number, dates[at]!]));
      const told = after(toCome, begun);
      expect(told.map(({ number }) => number)).toEqual(told.map((_, place) => begun + 1 + place));
      expect(told.map(({ at }) => at)).toEqual(
        dates
          .slice(0, given.length)
          .map((day) => day * DAY_MS)
          .sort((a, b) => a - b),
      );
      // A second time changes nothing.
      expect(renumbered(told, begun)).toEqual([]);
    }),
  );
});
