/** A name as zones of places are spelt; `Intl` may know its place by an older one, as Asia/Calcutta for Asia/Kolkata. */
const SPELT = /^[A-Z][a-z]+(?:[/_][A-Z][a-z]+)+$/;

/** A zone that times can be counted in, by its name as it is spelt, whatever the case of its letters; undefined where there is none. */
export function timeZoneNamed(typed: string): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions();
    return SPELT.test(typed) ? typed : timeZone;
  } catch {
    return undefined;
  }
}

/** The wall clock of a zone at an instant: the day as YYYY-MM-DD, the time as HH:MM. */
export function wallClock(at: Date, zone: string): { day: string; time: string } {
  const parts = clockOf(zone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one is dear, and there are some hundred zones at most. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(zone, made);
  return made;
}
