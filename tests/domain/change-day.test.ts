import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changeDay,
  mondayOf,
  nextSlots,
  slotsAfter,
  withRule,
  type EveryWeeks,
  type ScheduleRule,
} from '@/domain/schedule';
import { aRule } from '../support/schedule-rule';

const rules = fc.record({
  fromDay: fc.integer({ min: 0, max: 365 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)),
  everyWeeks: fc.constantFrom<EveryWeeks>(1, 2, 4),
  weekday: fc.integer({ min: 1, max: 7 }),
  localTime: fc.constantFrom('00:00', '02:30', '09:00', '17:00', '23:59'),
  timeZone: fc.constantFrom('Europe/London', 'America/St_Johns', 'Pacific/Auckland', 'Pacific/Apia', 'UTC'),
  durationMinutes: fc.constant(90),
});

test('a changed rule holds from its day on, and from this week on unless somebody says otherwise', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  const fortnightly = [aRule({ everyWeeks: 2, fromDay: '2026-11-19' }), aRule({ fromDay: '2027-01-01' })];
  expect(changeDay(fortnightly, now, aRule())).toBe('2026-11-30');
  expect(changeDay([aRule()], now, aRule())).toBe('2026-11-25');
  const changed = withRule(fortnightly, aRule({ everyWeeks: 2, weekday: 2, fromDay: '2026-11-30' }));
  expect(changed.map(({ fromDay }) => fromDay)).toEqual(['2026-11-19', '2026-11-30']);
  expect(nextSlots(changed, now, undefined, 2).map(({ slot }) => slot.day)).toEqual(['2026-12-01', '2026-12-15']);
});

test(
  'a rule that is changed from the day that is offered leaves no week without its meeting, and changes no rhythm',
  { timeout: 30_000 },
  () => {
    const weeksOf = (given: ScheduleRule[], after: number) => {
      const found = new Set<string>();
      for (const slot of slotsAfter(given, after)) if (found.add(mondayOf(slot.day)).size === 6) break;
      return [...found];
    };
    fc.assert(
      fc.property(rules, rules, fc.integer({ min: 0, max: 60 * 24 * 60 }), (one, other, passed) => {
        const now = Date.parse(one.fromDay) + passed * 60_000;
        const changed = { ...other, everyWeeks: one.everyWeeks };
        const after = withRule([one], { ...changed, fromDay: changeDay([one], now, changed) });
        expect(weeksOf(after, now)).toEqual(weeksOf([one], now));
      }),
      { numRuns: 150 },
    );
  },
);
