/** `Tue 1 December` of a day as YYYY-MM-DD. */
export function shortDay(day: string): string {
  return dayText(day, 'short');
}

/** `Tuesday 1 December` of a day as YYYY-MM-DD. */
export function longDay(day: string): string {
  return dayText(day, 'long');
}

function dayText(day: string, weekday: 'long' | 'short'): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday, day: 'numeric', month: 'long' });
  const parts = Object.fromEntries(format.formatToParts(Date.parse(day)).map(({ type, value }) => [type, value]));
  return `${parts.weekday} ${parts.day} ${parts.month}`;
}
