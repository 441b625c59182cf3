import { describe, expect, it } from 'vitest';
import { readMeeting, standsNow } from '@/app/labs/[lab]/(bar)/schedule/read-meeting';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const read = (day: string, localTime: string, zone = 'Europe/London', more = {}) =>
  readMeeting({ day, localTime, durationMinutes: '90', callUrl: '', ...more }, zone, NOW);

describe('a session that a host puts on a day and an hour', () => {
  it('begins when the lab’s clocks show it', () => {
    expect(read('2026-12-03', '17:00')).toEqual({
      meeting: { startsAt: new Date('2026-12-03T17:00Z'), durationMinutes: 90, callUrl: null },
      twice: false,
    });
    expect(standsNow('Scheduled', false)).toBe('Scheduled. Everyone’s calendar follows.');
  });

  it('is refused at an hour that clocks leave out, on either half of the earth', () => {
    const errors = (time: string) => ({
      errors: { localTime: `Clocks go forward then: ${time} is not there that day.` },
    });
    expect(read('2027-03-28', '01:30')).toEqual(errors('01:30'));
    expect(read('2027-09-26', '02:15', 'Pacific/Auckland')).toEqual(errors('02:15'));
    expect(read('2027-03-28', '02:00')).toMatchObject({ meeting: { startsAt: new Date('2027-03-28T01:00Z') } });
  });

  it('is the first of an hour that comes twice, and says so, scheduled as moved', () => {
    expect(read('2027-10-31', '01:30')).toMatchObject({
      meeting: { startsAt: new Date('2027-10-31T00:30Z') },
      twice: true,
    });
    expect(read('2027-04-04', '02:30', 'Pacific/Auckland')).toMatchObject({ twice: true });
    for (const done of ['Scheduled', 'Saved'] as const) {
      expect(standsNow(done, true)).toBe(
        `${done}. Everyone’s calendar follows. Clocks show that time twice that day: it is the first.`,
      );
    }
  });

  it('is refused by field where it is past, far away, or no day at all', () => {
    expect(read('2026-11-23', '08:59')).toHaveProperty('errors.day');
    expect(read('2028-12-03', '17:00')).toHaveProperty('errors.day');
    expect(read('2026-02-30', '17:00')).toHaveProperty('errors.day');
    expect(read('2026-12-03', '25:00')).toHaveProperty('errors.localTime');
    expect(read('2026-12-03', '17:00', 'Europe/London', { callUrl: 'the usual' })).toHaveProperty('errors.callUrl');
  });
});
