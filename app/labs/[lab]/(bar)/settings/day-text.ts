const LONG = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' });

/** A local day (YYYY-MM-DD) as "24 December". */
export function dayText(day: string): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(at) ? day : LONG.format(at);
}

/** As "Thu 24 December". */
export function weekdayText(day: string): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(at) ? day : `${WEEKDAY.format(at)} ${LONG.format(at)}`;
}
