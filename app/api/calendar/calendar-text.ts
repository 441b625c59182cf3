import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { CalendarSession, LabCalendar } from '@/db/calendar-feeds';
import { callLink } from '@/domain/call';

/** How often calendars ask again, as far as they listen. */
const REFRESH_S = 60 * 60;
const ALARMS_S = [24 * 60 * 60, 15 * 60];

/**
 * A lab's sessions as a calendar file (RFC 5545): the same text for the same sessions. It names no deal and no member.
 * `origin` is where the rooms are.
 */
export function calendarText({ lab, sessions }: LabCalendar, origin: string): string {
  const zone = describedZone(lab.timeZone);
  const calendar = ical({
    name: lab.name,
    prodId: { company: 'Whetstone', product: 'Lab calendar', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_S,
    // Named by the events alone: with a zone of the calendar the library would write instants without theirs.
    ...(zone ? { timezone: { name: null, generator: () => zone.block } } : {}),
  });
  for (const session of sessions) {
    calendar.createEvent(eventOf(session, lab.name, zone?.name, origin));
  }
  return calendar.toString();
}

function eventOf(session: CalendarSession, lab: string, zone: string | undefined, origin: string) {
  const room = `${origin}/sessions/${session.id}/live`;
  const start = DateTime.fromMillis(session.startsAt, { zone: zone ?? 'utc' });
  const revisedAt = DateTime.fromMillis(session.revisedAt, { zone: 'utc' });
  const cancelled = session.status === 'cancelled';
  const over = session.status === 'ended' || cancelled;
  const call = session.callUrl && callLink(session.callUrl);
  return {
    id: `${session.id}@whetstone`,
    sequence: session.revision,
    // Of the change, not of the asking: what didn't change is the same text.
    stamp: revisedAt,
    lastModified: revisedAt,
    start,
    end: start.plus({ minutes: session.durationMinutes }),
    ...(zone ? { timezone: zone } : {}),
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

/** What the zone's clocks do, under the name that the block itself has: Amsterdam's is that of Brussels. */
function describedZone(zone: string): { name: string; block: string } | undefined {
  const [block] = tzlib_get_ical_block(zone);
  const name = block && /^TZID:(\S+)/m.exec(block)?.[1];
  return name ? { name, block } : undefined;
}
