import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renumbered, type Numbered } from '@/domain/session-numbers';

const at = (day: number) => day * 86_400_000;
const after = (toCome: Numbered[], begun = 0, highest = Math.max(begun, ...toCome.map(({ number }) => number))) => {
  const anew = new Map(renumbered(toCome, { begun, highest }).map(({ id, number }) => [id, number]));
  const dated = toCome.toSorted((a, b) => a.at - b.at || a.number - b.number);
  return dated.map(({ id, number }) => anew.get(id) ?? number);
};
const on = (...days: [number: number, day: number][]) =>
  days.map(([number, day]) => ({ id: `${number}`, number, at: at(day) }));

test.each([
  ['a day that is skipped leaves the others as they are', on([1, 7], [3, 21], [4, 28]), 0, [1, 3, 4]],
  ['a single session takes the number of its place', on([1, 7], [2, 14], [3, 21], [4, 10]), 0, [1, 2, 3, 4]],
  ['one that is moved behind the next swaps with it', on([5, 15], [6, 14], [7, 21]), 4, [5, 6, 7]],
  ['another rhythm fills what it has', on([1, 7], [3, 21], [9, 14], [10, 35]), 0, [1, 3, 9, 10]],
  ['what comes back after one was held is counted after it', on([2, 14], [4, 21]), 3, [4, 5]],
])('numbers of sessions to come: %s', (_, toCome, begun, numbers) => {
  expect(after(toCome, begun)).toEqual(numbers);
});

test('numbers of sessions to come follow their dates, after those that have begun, and are nobody else’s', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 });
  const days = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 30, maxLength: 30 });
  const statuses = fc.array(fc.constantFrom('scheduled', 'ended', 'cancelled'), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(numbers, days, statuses, (given, dates, status) => {
      const all = given.map((number, index) => ({ number, day: dates[index]!, status: status[index]! }));
      const numbersOf = (one: string) => all.filter((session) => session.status === one).map(({ number }) => number);
      const toCome = on(
        ...all.flatMap((one): [number, number][] => (one.status === 'scheduled' ? [[one.number, one.day]] : [])),
      );
      const begun = Math.max(0, ...numbersOf('ended'));
      const told = after(toCome, begun, Math.max(...given));
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(told.every((number) => number > begun)).toBe(true);
      const everybody = [...told, ...numbersOf('ended'), ...numbersOf('cancelled')];
      expect(new Set(everybody).size).toBe(all.length);
      // A second time changes nothing.
      const again = toCome
        .toSorted((a, b) => a.at - b.at || a.number - b.number)
        .map((session, place) => ({ ...session, number: told[place]! }));
      expect(renumbered(again, { begun, highest: Math.max(...everybody) })).toEqual([]);
    }),
  );
});
