import { describe, expect, test } from 'vitest';
import { instantAt, isTimeZone, nextWeekly, wallClock } from '@/domain/schedule';

const at = (day: string, time: string, zone: string) => instantAt(day, time, zone).toISOString();
const next = (weekday: number, localTime: string, timeZone: string, after: string) =>
  nextWeekly({ weekday, localTime, timeZone }, new Date(after)).toISOString();

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

  test('a time that is skipped is told from the clocks before; one that comes twice is the first', () => {
    expect(at('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });

  test('a zone is one that times can be counted in', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true);
    expect(isTimeZone('Middle/Earth')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });
});

describe('the next weekly meeting', () => {
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
});
