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

// With those whose rules have changed of late, by half an hour, or for a month: the schedule and the file read the same data.
const ZONES = [
  ...[
    'Europe/London',
    'Europe/Amsterdam',
    'Europe/Dublin',
    'America/New_York',
    'America/Vancouver',
    'America/Sao_Paulo',
  ],
  ...['Africa/Casablanca', 'Asia/Kolkata', 'Australia/Sydney', 'Australia/Lord_Howe', 'Pacific/Chatham', 'UTC'],
];

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

  test('has in each event every property before its alarms', () => {
    const over = session({ status: 'ended', revision: 1 });
    const text = calendarText({ lab, sessions: [session(), over, session({ number: 15 })] }, ORIGIN);
    const events = text.split('BEGIN:VEVENT\r\n').slice(1);
    const partsOf = (event: string) => event.split('END:VEVENT')[0]!.split(/^(?=BEGIN:VALARM)/m);
    expect(events.map((event) => partsOf(event).length)).toEqual([3, 1, 3]);
    for (const event of events) {
      const [properties, ...alarms] = partsOf(event);
      expect(properties).toMatch(/^STATUS:CONFIRMED\r\n^LAST-MODIFIED:20261123T090000Z\r\n/m);
      for (const alarm of alarms) expect(alarm).toMatch(/^BEGIN:VALARM\r\n[^]*\r\nEND:VALARM\r\n$/);
    }
  });

  test('has a call that is a number as it was typed', () => {
    const typed = '+1 646 558 8656,,98765432#';
    const { events } = readCalendar(calendarText({ lab, sessions: [session({ callUrl: typed })] }, ORIGIN));
    const [{ event, value }] = events as [(typeof events)[number]];
    expect(event.location).toBe(typed);
    expect(event.description).toContain(`The call: ${typed}`);
    expect(value('url')).toBe(`${ORIGIN}/sessions/01890000-0000-7000-8000-000000000001/live`);
  });

  test('means the same instant all year round, wherever the lab is', () => {
    for (const timeZone of ZONES) {
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

  test('has a session end after it began, on the night on which clocks go back too', () => {
    const nights = [
      ['Europe/London', '2027-10-31'],
      ['America/New_York', '2027-11-07'],
      ['Australia/Lord_Howe', '2027-04-04'],
    ] as const;
    for (const [timeZone, day] of nights)
      for (const [time, durationMinutes] of [
        ['00:30', 120],
        ['01:30', 60],
        ['01:45', 30],
      ] as const) {
        const startsAt = instantAt(day, time, timeZone).getTime();
        const sessions = [session({ startsAt, durationMinutes })];
        const { zones, events } = readCalendar(calendarText({ lab: { ...lab, timeZone }, sessions }, ORIGIN));
        const [start, end] = [events[0]!.event.startDate, events[0]!.event.endDate].map((one) => {
          const told = one.clone();
          told.zone = zones.find(({ tzid }) => tzid === one.zone?.tzid) ?? one.zone!;
          return told.toUnixTime() * 1000;
        });
        expect([start, end], `${timeZone}, ${time}`).toEqual([startsAt, startsAt + durationMinutes * 60_000]);
      }
  });

  test('is a calendar too where nothing is scheduled', () => {
    expect(readCalendar(calendarText({ lab, sessions: [] }, ORIGIN)).events).toEqual([]);
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
