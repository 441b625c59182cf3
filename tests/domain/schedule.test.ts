import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockAt,
  instantAt,
  nextSlots,
  ruleNow,
  slotOn,
  slotsAfter,
  withRule,
  type EveryWeeks,
  type ScheduleRule,
} from '@/domain/schedule';
import { timeZoneNamed, wallClock } from '@/domain/time-zone';
import { aRule } from '../support/schedule-rule';

const at = (day: string, time: string, zone: string) => instantAt(day, time, zone).toISOString();
const take = (rules: ScheduleRule[], after: string, count: number) => {
  const found: string[] = [];
  for (const slot of slotsAfter(rules, Date.parse(after))) {
    found.push(new Date(slot.at).toISOString());
    if (found.length === count) break;
  }
  return found;
};
const next = (weekday: number, localTime: string, timeZone: string, after: string) =>
  take([aRule({ weekday, localTime, timeZone })], after, 1)[0];

describe('the wall clock of a zone', () => {
  test('in winter and in summer', () => {
    expect(at('2026-11-26', '17:00', 'Europe/Berlin')).toBe('2026-11-26T16:00:00.000Z');
    expect(at('2026-07-16', '17:00', 'Europe/Berlin')).toBe('2026-07-16T15:00:00.000Z');
    expect(at('2026-11-26', '09:30', 'Asia/Kolkata')).toBe('2026-11-26T04:00:00.000Z');
    expect(wallClock(new Date('2026-11-26T16:00:00Z'), 'Pacific/Auckland')).toEqual({
      day: '2026-11-27',
      time: '05:00',
    });
  });

  test('where a zone changed its day, the offsets of then hold', () => {
    expect(clockAt('2011-04-02', '04:00', 'Pacific/Apia')).toEqual({
      at: Date.parse('2011-04-02T15:00Z'),
      time: '04:00',
    });
    expect(clockAt('2010-09-26', '02:00', 'Pacific/Apia')).toEqual({
      at: Date.parse('2010-09-26T12:00Z'),
      time: '02:00',
    });
    expect(clockAt('2011-12-30', '12:00', 'Pacific/Apia')).toMatchObject({ oddity: 'missing' });
  });

  test('a time that is missing is told from the clocks before; one that comes twice is the first; both are said', () => {
    expect(clockAt('2026-03-29', '02:30', 'Europe/Berlin')).toEqual({
      at: Date.parse('2026-03-29T01:30:00Z'),
      time: '03:30',
      oddity: 'missing',
    });
    expect(clockAt('2026-10-25', '02:30', 'Europe/Berlin')).toEqual({
      at: Date.parse('2026-10-25T00:30:00Z'),
      time: '02:30',
      oddity: 'twice',
    });
    expect(clockAt('2026-04-05', '02:15', 'Australia/Lord_Howe').oddity).toBeUndefined();
    expect(clockAt('2026-04-05', '01:45', 'Australia/Lord_Howe').oddity).toBe('twice');
    // Samoa went over to the other side of the date line, and had no 30 December.
    expect(clockAt('2011-12-30', '17:00', 'Pacific/Apia').oddity).toBe('missing');
  });

  test('a zone goes by its name as it is spelt, whatever the case of the letters that named it', () => {
    for (const name of [
      'Europe/Berlin',
      'America/Port-au-Prince',
      'Asia/Ho_Chi_Minh',
      'Asia/Kolkata',
      'Europe/Kyiv',
      'UTC',
    ])
      expect(timeZoneNamed(name)).toBe(name);
    expect(timeZoneNamed('america/PORT-AU-PRINCE')).toBe('America/Port-au-Prince');
    expect(timeZoneNamed('utc')).toBe('UTC');
    // A place with two names goes by one of them.
    for (const name of ['asia/calcutta', 'asia/kolkata', 'ASIA/KOLKATA'])
      expect(['Asia/Calcutta', 'Asia/Kolkata']).toContain(timeZoneNamed(name));
  });

  test('a zone is one that times can be counted in', () => {
    expect(timeZoneNamed('Europe/Berlin')).toBe('Europe/Berlin');
    expect(timeZoneNamed('Middle/Earth')).toBeUndefined();
    expect(timeZoneNamed('')).toBeUndefined();
  });
});

describe('the next meeting', () => {
  test('today if it is still to come, else in a week', () => {
    expect(next(4, '17:00', 'UTC', '2026-11-26T16:59:59Z')).toBe('2026-11-26T17:00:00.000Z');
    expect(next(4, '17:00', 'UTC', '2026-11-26T17:00:00Z')).toBe('2026-12-03T17:00:00.000Z');
    expect(next(7, '09:00', 'UTC', '2026-11-26T17:00:00Z')).toBe('2026-11-29T09:00:00.000Z');
  });

  test("today is today in the lab's zone", () => {
    expect(next(5, '08:00', 'Pacific/Auckland', '2026-11-26T12:00:00Z')).toBe('2026-11-26T19:00:00.000Z');
    expect(next(1, '23:30', 'America/Los_Angeles', '2026-12-01T06:00:00Z')).toBe('2026-12-01T07:30:00.000Z');
  });

  test('the wall clock holds when clocks change', () => {
    expect(next(4, '17:00', 'Europe/Berlin', '2026-10-22T15:00:00Z')).toBe('2026-10-29T16:00:00.000Z');
    expect(next(4, '17:00', 'America/New_York', '2026-10-29T21:00:00Z')).toBe('2026-11-05T22:00:00.000Z');
  });

  test('every second and fourth week is counted from the first one', () => {
    const days = (everyWeeks: EveryWeeks) =>
      nextSlots([aRule({ everyWeeks, fromDay: '2026-11-20' })], Date.parse('2026-12-01T00:00:00Z'), undefined, 3).map(
        ({ slot }) => slot.day,
      );
    expect(days(2)).toEqual(['2026-12-10', '2026-12-24', '2027-01-07']);
    expect(days(4)).toEqual(['2026-12-24', '2027-01-21', '2027-02-18']);
    expect(days(0)).toEqual([]);
  });

  test('a rule holds until the next one, each in its own zone', () => {
    const rules = [
      aRule(),
      aRule({ fromDay: '2026-12-07', weekday: 2, localTime: '09:00', timeZone: 'America/New_York' }),
      aRule({ fromDay: '2026-12-20', everyWeeks: 0 }),
    ];
    expect(take(rules, '2026-11-27T00:00:00Z', 9)).toEqual([
      '2026-12-03T17:00:00.000Z',
      '2026-12-08T14:00:00.000Z',
      '2026-12-15T14:00:00.000Z',
    ]);
    expect(ruleNow(rules, Date.parse('2026-12-07T04:59:00Z'))?.timeZone).toBe('Europe/London');
    expect(ruleNow(rules, Date.parse('2026-12-07T05:01:00Z'))?.timeZone).toBe('America/New_York');
  });

  test('a rule from the last day that can be written ends there', () => {
    const far = aRule({ fromDay: '9999-12-17' });
    const days = (rules: ScheduleRule[]) =>
      nextSlots(rules, Date.parse('2026-11-27T00:00:00Z')).map(({ slot }) => slot.day);
    expect(days([far])).toEqual(['9999-12-23', '9999-12-30']);
    expect(days([aRule({ ...far, fromDay: '9999-12-31' })])).toEqual([]);
    expect(days([aRule(), far])).toHaveLength(8);
  });

  test('skipped days are shown and not counted', () => {
    const slots = nextSlots([aRule()], Date.parse('2026-12-18T00:00:00Z'), (day) => day === '2026-12-31', 2);
    expect(slots.map(({ slot, off }) => [slot.day, off])).toEqual([
      ['2026-12-24', false],
      ['2026-12-31', true],
      ['2027-01-07', false],
    ]);
  });
});

const ZONES = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'America/Sao_Paulo',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Tehran',
  'Asia/Gaza',
  'Asia/Kolkata',
  'America/St_Johns',
  'UTC',
];
const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const clock = minutes.map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
const day = fc
  .integer({ min: Date.parse('2010-01-01') / 86_400_000, max: Date.parse('2040-01-01') / 86_400_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const rules = fc.record({
  fromDay: day,
  everyWeeks: fc.constantFrom<EveryWeeks>(1, 2, 4),
  weekday: fc.integer({ min: 1, max: 7 }),
  localTime: clock,
  timeZone: fc.constantFrom(...ZONES),
  durationMinutes: fc.constant(90),
});

describe('over thirty years, in every kind of zone', { timeout: 30_000 }, () => {
  test('a local time is what clocks show at its instant, the first time that they do', () => {
    fc.assert(
      fc.property(day, clock, fc.constantFrom(...ZONES), (on, time, zone) => {
        const found = clockAt(on, time, zone);
        const shown = wallClock(new Date(found.at), zone);
        expect(shown.time).toBe(found.time);
        if (found.oddity === 'missing') {
          expect(`${shown.day} ${shown.time}` > `${on} ${time}`).toBe(true);
          return;
        }
        expect(shown).toEqual({ day: on, time });
        // Clocks go back by half an hour, an hour or, in Samoa once, a day.
        const earlier = [30, 60, 1440].map((ago) => wallClock(new Date(found.at - ago * 60_000), zone));
        expect(earlier).not.toContainEqual({ day: on, time });
        const later = [30, 60].some((minutesOn) => {
          const again = wallClock(new Date(found.at + minutesOn * 60_000), zone);
          return again.day === on && again.time === time;
        });
        expect(found.oddity === 'twice').toBe(later);
      }),
      { numRuns: 2000 },
    );
  });

  test('each hour on which clocks change is found in both hemispheres', () => {
    for (const zone of ['Europe/London', 'America/New_York', 'Australia/Sydney', 'Pacific/Auckland']) {
      const odd = { missing: 0, twice: 0 };
      // In all four, clocks change on Sundays.
      const start = Date.parse('2010-01-03');
      for (let n = 0; n < 30 * 365; n += 7) {
        const on = new Date(start + n * 86_400_000).toISOString().slice(0, 10);
        for (const time of ['01:30', '02:30']) {
          const { oddity } = clockAt(on, time, zone);
          if (oddity) odd[oddity] += 1;
        }
      }
      expect(odd, zone).toEqual({ missing: 30, twice: 30 });
    }
  });

  test('meetings keep weekday, rhythm and local time', () => {
    fc.assert(
      fc.property(rules, day, (one, from) => {
        const after = Date.parse(from);
        let last: { day: string; at: number } | undefined;
        for (const { slot } of nextSlots([one], after, undefined, 12)) {
          expect(slot.at).toBeGreaterThan(after);
          expect(slot.day >= one.fromDay).toBe(true);
          expect(new Date(`${slot.day}T12:00:00Z`).getUTCDay() || 7).toBe(one.weekday);
          if (!slot.oddity) {
            expect(wallClock(new Date(slot.at), one.timeZone)).toEqual({ day: slot.day, time: one.localTime });
          }
          if (last) {
            expect((Date.parse(slot.day) - Date.parse(last.day)) / 86_400_000).toBe(7 * one.everyWeeks);
            expect(slot.at).toBeGreaterThan(last.at);
          }
          expect(slotOn([one], slot.day)).toEqual(slot);
          last = slot;
        }
        expect(last).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  test('none is left out: the first one after an instant is the first of all that come after it', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 300 * 24 }), (one, hours) => {
        const after = Date.parse(one.fromDay) + hours * 3_600_000;
        const all = nextSlots([one], Date.parse(one.fromDay) - 2 * 86_400_000, undefined, 50);
        const expected = all.find(({ slot }) => slot.at > after)?.slot;
        fc.pre(expected !== undefined);
        expect(slotsAfter([one], after).next().value).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});

test('a rule that has the meetings of the one before adds nothing; of another week it does', () => {
  const rule = aRule({ fromDay: '2026-01-01' });
  const later = aRule({ fromDay: '2026-03-02', localTime: '09:00' });
  expect(withRule([rule], { ...rule, fromDay: '2026-02-02' })).toEqual([rule]);
  expect(withRule([rule, later], { ...rule, fromDay: '2026-03-02' })).toEqual([rule]);
  expect(withRule([rule, later], { ...later, fromDay: '2026-02-02' })).toHaveLength(2);
  const rarer = { ...rule, everyWeeks: 2 as const };
  expect(withRule([rarer], { ...rarer, fromDay: '2026-01-12' })).toEqual([rarer]);
  expect(withRule([rarer], { ...rarer, fromDay: '2026-01-05' })).toHaveLength(2);
  const none = { ...rule, everyWeeks: 0 as const };
  expect(withRule([none], { ...none, fromDay: '2026-02-02' })).toEqual([none]);
});
