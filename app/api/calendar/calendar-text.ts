import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import type { CalendarSession, LabCalendar } from '@/db/calendar-feeds';
import { callWhole } from '@/domain/call';
import { zoneBlock } from './zone-block';

/** How often calendars ask again, as far as they listen. */
const REFRESH_S = 60 * 60;
const ALARMS_S = [24 * 60 * 60, 15 * 60];

/**
 * A lab's sessions as a calendar file (RFC 5545): the same text for the same sessions. It names no deal and no member.
 * `origin` is where the rooms are.
 */
export function calendarText({ lab, sessions }: LabCalendar, origin: string): string {
  const { timeZone: zone } = lab;
  const calendar = ical({
    name: lab.name,
    prodId: { company: 'Whetstone', product: 'Lab calendar', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_S,
    // Named by the events alone: with a zone of the calendar the library would write instants without theirs.
    ...(sessions.length > 0 ? { timezone: { name: null, generator: () => zoneBlock(zone, spanOf(sessions)) } } : {}),
  });
  for (const session of sessions) {
    calendar.createEvent(eventOf(session, lab.name, zone, origin));
  }
  return alarmsLast(calendar.toString());
}

/** The alarms of each event behind its properties (RFC 5545 §3.6.1): the library writes some of these after them. */
function alarmsLast(text: string): string {
  return text.replace(/^((?:BEGIN:VALARM\r\n[^]*?^END:VALARM\r\n)+)([^]*?)^END:VEVENT/gm, '$2$1END:VEVENT');
}

function eventOf(session: CalendarSession, lab: string, zone: string, origin: string) {
  const room = `${origin}/sessions/${session.id}/live`;
  const start = DateTime.fromMillis(session.startsAt, { zone });
  const end = start.plus({ minutes: session.durationMinutes });
  // Clocks that go back show the end at a time that they have shown before.
  const clocksChange = start.offset !== end.offset;
  const revisedAt = DateTime.fromMillis(session.revisedAt, { zone: 'utc' });
  const cancelled = session.status === 'cancelled';
  const over = session.status === 'ended' || cancelled;
  const call = session.callUrl && callWhole(session.callUrl);
  return {
    id: `${session.id}@whetstone`,
    sequence: session.revision,
    // Of the change, not of the asking: what didn't change is the same text.
    stamp: revisedAt,
    lastModified: revisedAt,
    start: clocksChange ? start.toUTC() : start,
    end: clocksChange ? end.toUTC() : end,
    ...(clocksChange ? {} : { timezone: zone }),
    summary: `${lab}, session ${session.number}`,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    description: [`The room: ${room}`, ...(call ? [`The call: ${call}`] : [])].join('\n'),
    location: call ?? room,
    url: room,
    alarms: over
      ? []
      : ALARMS_S.map((trigger) => ({ type: ICalAlarmType.display, trigger, description: `${lab} meets` })),
  };
}

/** The first and the last instant (ms) that sessions name. */
function spanOf(sessions: readonly CalendarSession[]): { from: number; to: number } {
  const starts = sessions.map(({ startsAt }) => startsAt);
  const ends = sessions.map(({ startsAt, durationMinutes }) => startsAt + durationMinutes * 60_000);
  return { from: Math.min(...starts), to: Math.max(...ends) };
}
