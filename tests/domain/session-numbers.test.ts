import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renumbered, type Counted, type Numbered } from '@/domain/session-numbers';

const DAY_MS = 86_400_000;
const after = (toCome: Numbered[], begun: Counted[] = []) => {
  const anew = new Map(renumbered(toCome, begun).map(({ id, number }) => [id, number]));
  const dated = toCome.toSorted((a, b) => a.at - b.at || a.number - b.number);
  return dated.map((session) => ({ ...session, number: anew.get(session.id) ?? session.number }));
};
type Day = [number: number, day: number];
const on = (...days: Day[]) => days.map(([number, day]) => ({ id: `${number}`, number, at: day * DAY_MS }));
/** So many that have begun, a day after the other. */
const held = (many: number) => on(...Array.from({ length: many }, (_, at): Day => [at + 1, at - many]));

test.each([
  ['a day that is skipped leaves no hole', on([1, 7], [3, 21], [4, 28]), [], '1 3 4', [1, 2, 3]],
  [
    'a single session takes the number of its place',
    on([1, 7], [2, 14], [3, 21], [4, 10]),
    [],
    '1 4 2 3',
    [1, 2, 3, 4],
  ],
  ['one that is moved behind the next swaps with it', on([5, 15], [6, 14], [7, 21]), held(4), '6 5 7', [5, 6, 7]],
  ['another rhythm counts on from what was held', on([5, 7], [9, 14], [12, 35]), held(3), '5 9 12', [4, 5, 6]],
  ['what comes back after one was held is counted after it', on([2, 14], [4, 21]), held(3), '2 4', [4, 5]],
  ['the first stays the first where the second is begun before it', on([1, 7], [3, 21]), on([2, 14]), '1 3', [1, 3]],
  ['it is the first again where it had lost its number', on([3, 7], [4, 21]), on([2, 14]), '3 4', [1, 3]],
  [
    'one that is added before what has begun takes a free number',
    on([1, 7], [4, 8], [3, 21]),
    on([2, 14]),
    '1 4 3',
    [1, 3, 4],
  ],
  ['what nobody had of the begun stays free', on([5, 21]), on([2, 7], [4, 14]), '5', [5]],
])('numbers of sessions to come: %s', (_, toCome, begun, ids, numbers) => {
  const told = after(toCome, begun);
  expect(told.map(({ id }) => id).join(' ')).toBe(ids);
  expect(told.map(({ number }) => number)).toEqual(numbers);
});

test('numbers of sessions to come follow their dates, without holes after what has begun, and none is given twice', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 });
  const days = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(numbers, days, fc.nat(8), (given, dates, many) => {
      const all = given.map((number, at): Day => [number, dates[at]!]);
      const [begun, toCome] = [on(...all.slice(0, many)), on(...all.slice(many))];
      const told = after(toCome, begun);
      const numbersBefore = (at: number) => begun.filter((one) => one.at <= at).map(({ number }) => number);
      for (const [place, { at, number }] of told.entries()) {
        const least = Math.max(0, told[place - 1]?.number ?? 0, ...numbersBefore(at));
        expect(number).toBeGreaterThan(least);
        // What is left out between is what has begun.
        for (let left = least + 1; left < number; left += 1) expect(begun.map((one) => one.number)).toContain(left);
      }
      const every = [...begun, ...told].map(({ number }) => number);
      expect(new Set(every).size).toBe(every.length);
      expect(told.map(({ at }) => at)).toEqual(toCome.map(({ at }) => at).sort((a, b) => a - b));
      // A second time changes nothing.
      expect(renumbered(told, begun)).toEqual([]);
    }),
  );
});
