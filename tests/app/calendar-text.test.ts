import { describe, expect, test } from 'vitest';
import { calendarText } from '@/app/api/calendar/calendar-text';
import type { CalendarSession } from '@/db/calendar-feeds';
import { instantAt } from '@/domain/schedule';
import { readCalendar } from '../support/read-calendar';

const ORIGIN = 'https://lab.example';
const lab = { id: 'l', slug: 'thursday-lab', name: 'Thursday Lab; "sharp", really', timeZone: 'Europe/London' };
const session = (changes: Partial<CalendarSession> = {}): CalendarSession => ({
  id: '01890000-0000-7000-8000-000000000001',
  number: 14,
  status: 'scheduled',
  startsAt: Date.parse('2026-12-03T17:00:00Z'),
  durationMinutes: 90,
  callUrl: 'https://meet.example/thursday?pwd=a,b;c',
  revision: 0,
  revisedAt: Date.parse('2026-11-23T09:00:00Z'),
  ...changes,
});

describe('a calendar, as another library reads it', () => {
  test('has the session with its zone, room, call and alarms', () => {
    const { calendar, zones, events } = readCalendar(calendarText({ lab, sessions: [session()] }, ORIGIN));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(lab.name);
    expect(calendarText({ lab, sessions: [session()] }, ORIGIN)).toContain('DTSTAMP:20261123T090000Z');
    expect(zones.map(({ tzid }) => tzid)).toEqual(['Europe/London']);
    const [{ event, component, value }] = events as [(typeof events)[number]];
    expect(event.uid).toBe('01890000-0000-7000-8000-000000000001@whetstone');
    expect(event.summary).toBe('Thursday Lab; "sharp", really, session 14');
    expect(event.startDate.toString()).toBe('2026-12-03T17:00:00');
    expect(event.startDate.zone?.tzid).toBe('Europe/London');
    expect(event.duration.toSeconds()).toBe(90 * 60);
    expect(event.location).toBe('https://meet.example/thursday?pwd=a,b;c');
    expect(event.description).toContain(`${ORIGIN}/sessions/01890000-0000-7000-8000-000000000001/live`);
    expect(event.description).toContain('https://meet.example/thursday?pwd=a,b;c');
    expect(value('url')).toBe(`${ORIGIN}/sessions/01890000-0000-7000-8000-000000000001/live`);
    expect(value('last-modified')).toBe('2026-11-23T09:00:00Z');
    const alarms = component
      .getAllSubcomponents('valarm')
      .map((one) => one.getFirstPropertyValue('trigger')?.toString());
    expect(alarms).toEqual(['-P1D', '-PT15M']);
  });

  test('means the same instant all year round, wherever the lab is', () => {
    for (const timeZone of ['Europe/London', 'Europe/Amsterdam', 'America/New_York', 'Australia/Sydney', 'UTC']) {
      const sessions = Array.from({ length: 52 }, (_, week) => {
        const day = new Date(Date.UTC(2026, 0, 1 + 7 * week)).toISOString().slice(0, 10);
        return session({ id: `${week}`, startsAt: instantAt(day, '17:00', timeZone).getTime() });
      });
      const { zones, events } = readCalendar(calendarText({ lab: { ...lab, timeZone }, sessions }, ORIGIN));
      for (const [week, { event }] of events.entries()) {
        const start = event.startDate;
        const zone = zones.find(({ tzid }) => tzid === start.zone?.tzid) ?? start.zone!;
        const told = start.clone();
        told.zone = zone;
        expect(told.hour, `${timeZone}, week ${week}`).toBe(17);
        expect(told.toUnixTime() * 1000, `${timeZone}, week ${week}`).toBe(sessions[week]!.startsAt);
      }
    }
  });

  test('tells a move and a cancellation by the same UID and a higher SEQUENCE', () => {
    const moved = session({ startsAt: Date.parse('2026-12-04T12:00:00Z'), revision: 1 });
    const gone = session({ status: 'cancelled', revision: 2 });
    const [first, second, third] = [session(), moved, gone].map(
      (one) => readCalendar(calendarText({ lab, sessions: [one] }, ORIGIN)).events[0]!,
    );
    expect(new Set([first, second, third].map((one) => one!.event.uid)).size).toBe(1);
    expect([first, second, third].map((one) => one!.event.sequence)).toEqual([0, 1, 2]);
    expect(second!.event.startDate.toString()).toBe('2026-12-04T12:00:00');
    expect([first, second, third].map((one) => one!.value('status'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
    expect(third!.component.getAllSubcomponents('valarm')).toEqual([]);
  });

  test('is the same text as long as nothing changed', () => {
    const text = () => calendarText({ lab, sessions: [session()] }, ORIGIN);
    expect(text()).toBe(text());
  });
});
