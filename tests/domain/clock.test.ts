import { describe, expect, test } from 'vitest';
import { clockText, extended, leftOf, paused, phaseTime, resumed } from '@/domain/clock';
import { EVENT_VERSION, upcast } from '@/domain/session';

const NOW = 1_000_000;

describe('T6, T7, T8: the timer is a fact, not a tick', () => {
  test('what is left, and what is over', () => {
    expect(leftOf({ endsAt: NOW + 5000 }, NOW)).toBe(5000);
    expect(leftOf({ endsAt: NOW - 5000 }, NOW)).toBe(-5000);
    expect(leftOf({ leftMs: 7000 }, NOW)).toBe(7000);
  });

  test('pausing and resuming, once and twice', () => {
    const stopped = paused({ endsAt: NOW + 5000 }, NOW);
    expect(stopped).toEqual({ leftMs: 5000 });
    expect(paused(stopped, NOW + 9000)).toBe(stopped);
    const running = resumed(stopped, NOW + 9000);
    expect(running).toEqual({ endsAt: NOW + 14_000 });
    expect(resumed(running, NOW + 20_000)).toBe(running);
  });

  test('extending, before the end and over it, running and paused', () => {
    expect(extended({ endsAt: NOW + 5000 }, 1000, NOW)).toEqual({ endsAt: NOW + 6000 });
    expect(extended({ endsAt: NOW - 5000 }, 1000, NOW)).toEqual({ endsAt: NOW + 1000 });
    expect(extended({ leftMs: -5000 }, 1000, NOW)).toEqual({ leftMs: 1000 });
  });
});

test('T4: a phase that is returned to has a minute at least', () => {
  expect(phaseTime(300_000, undefined)).toBe(300_000);
  expect(phaseTime(300_000, 200_000)).toBe(200_000);
  expect(phaseTime(300_000, 20_000)).toBe(60_000);
  expect(phaseTime(300_000, -20_000)).toBe(60_000);
});

test('T8: the clock counts over', () => {
  expect([402_000, 9000, 8001, 1, 0, -999, -1000, -65_000].map(clockText)).toEqual([
    '6:42',
    '0:09',
    '0:09',
    '0:01',
    '0:00',
    '0:00',
    '+0:01',
    '+1:05',
  ]);
});

test('W17: a stored event of today is read as it is, one of a later version is not', () => {
  const event = { seq: 1, at: '2026-11-26T16:00:00.000Z', by: null, type: 'floor.opened', data: {} };
  expect(upcast({ v: EVENT_VERSION, ...event })).toEqual(event);
  expect(() => upcast({ v: EVENT_VERSION + 1, ...event })).toThrow('reads up to');
});
