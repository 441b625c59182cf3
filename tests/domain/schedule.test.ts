import { describe, expect, test } from 'vitest';
import { instantAt, isTimeZone, nextWeekly, wallClock } from '@/domain/schedule';

const at = (day: string, time: string, zone: string) => instantAt(day, time, zone).toISOString();

describe('a time on the clocks of a zone', () => {
  test('is an instant, in summer and in winter', () => {
    expect(at('2026-12-03', '17:00', 'Europe/London')).toBe('2026-12-03T17:00:00.000Z');
    expect(at('2026-07-02', '17:00', 'Europe/London')).toBe('2026-07-02T16:00:00.000Z');
    expect(at('2026-07-02', '00:30', 'Asia/Kathmandu')).toBe('2026-07-01T18:45:00.000Z');
    expect(at('2026-07-02', '17:00', 'America/New_York')).toBe('2026-07-02T21:00:00.000Z');
  });

  test('that the clocks skip is told from before; one that comes twice is the first', () => {
    expect(at('2026-03-29', '01:30', 'Europe/London')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-10-25', '01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
  });

  test('is the wall clock again', () => {
    for (const zone of ['Pacific/Auckland', 'America/St_Johns', 'UTC', 'Asia/Kolkata']) {
      expect(wallClock(instantAt('2026-11-05', '00:05', zone), zone)).toEqual({ day: '2026-11-05', time: '00:05' });
    }
  });
});

describe('the next weekly meeting', () => {
  const lab = { weekday: 4, localTime: '17:00', timeZone: 'Europe/London' };

  test('is today when its time is still to come, else in a week', () => {
    expect(nextWeekly(lab, new Date('2026-12-03T16:59:00Z')).toISOString()).toBe('2026-12-03T17:00:00.000Z');
    expect(nextWeekly(lab, new Date('2026-12-03T17:00:00Z')).toISOString()).toBe('2026-12-10T17:00:00.000Z');
  });

  test('keeps its local time when the clocks change', () => {
    expect(nextWeekly(lab, new Date('2026-03-27T09:00:00Z')).toISOString()).toBe('2026-04-02T16:00:00.000Z');
  });

  test('counts days in the lab, not at the server', () => {
    const sydney = { weekday: 1, localTime: '08:00', timeZone: 'Australia/Sydney' };
    expect(nextWeekly(sydney, new Date('2026-11-22T20:00:00Z')).toISOString()).toBe('2026-11-22T21:00:00.000Z');
  });
});

test('a zone is one that times can be counted in', () => {
  expect(isTimeZone('Europe/London')).toBe(true);
  expect(isTimeZone('Mars/Olympus')).toBe(false);
  expect(isTimeZone('')).toBe(false);
});
