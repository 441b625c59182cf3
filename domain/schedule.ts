/** A weekly meeting: ISO weekday (1 is Monday), local time HH:MM, in an IANA zone. */
export interface WeeklySchedule {
  weekday: number;
  localTime: string;
  timeZone: string;
}

const DAY_MS = 86_400_000;

/** Whether this is a zone that times can be counted in. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The wall clock of a zone at an instant: the day as YYYY-MM-DD, the time as HH:MM. */
export function wallClock(at: Date, zone: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/**
 * The instant at which a zone's clocks show `day` (YYYY-MM-DD) and `time` (HH:MM). A time that the clocks skip in
 * spring is told from the clocks before; one that comes twice in autumn is the first of the two.
 */
export function instantAt(day: string, time: string, zone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const offsetAt = (ms: number) => {
    const shown = wallClock(new Date(ms), zone);
    return Date.parse(`${shown.day}T${shown.time}:00Z`) - Math.floor(ms / 60_000) * 60_000;
  };
  // The offsets of the day before and the day after are the only two that can hold.
  const offsets = [offsetAt(wanted - DAY_MS), offsetAt(wanted + DAY_MS)];
  const exact = offsets.map((offset) => wanted - offset).filter((ms) => offsetAt(ms) === wanted - ms);
  return new Date(exact.length > 0 ? Math.min(...exact) : wanted - (offsets[0] ?? 0));
}

/** The first weekly meeting after an instant. */
export function nextWeekly({ weekday, localTime, timeZone }: WeeklySchedule, after: Date): Date {
  const today = Date.parse(`${wallClock(after, timeZone).day}T00:00:00Z`);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = new Date(today + ahead * DAY_MS);
    if ((day.getUTCDay() || 7) !== weekday) continue;
    const at = instantAt(day.toISOString().slice(0, 10), localTime, timeZone);
    if (at > after) return at;
  }
  return new Date(after.getTime() + 7 * DAY_MS);
}
