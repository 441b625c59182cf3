/** How dates are written where nobody has said otherwise, and in what goes to several people: mail and Markdown. */
export const HOUSE_LOCALE = 'en-GB';

const FORMS = {
  time: { hour: 'numeric', minute: '2-digit' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  shortDay: { weekday: 'short', day: 'numeric', month: 'long' },
  monthDay: { day: 'numeric', month: 'long' },
  fullDay: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  fullShortDay: { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeForm = keyof typeof FORMS | 'day-time';

/** An instant (ms) as "17:00", "Thursday 3 December", "Thursday 3 December, 17:00" … in a language and an IANA zone. */
export function timeText(at: number, form: TimeForm, locale: string, zone: string): string {
  const name = textName(at, writtenAs(form, locale, zone));
  const known = texts.get(name);
  if (known) return known;
  const text =
    form === 'day-time'
      ? `${timeText(at, 'day', locale, zone)}, ${timeText(at, 'time', locale, zone)}`
      : formatter(form, locale, zone).format(at);
  keep(name, text);
  return text;
}

const KNOWN_TEXTS = 500;
/** What was written once is drawn many times, and nothing in it is finer than a minute. */
const texts = new Map<string, string>();

/** What the text of an instant depends on beside the instant, in a word: how it is written, for whom. */
export function writtenAs(form: TimeForm, locale: string, zone: string): string {
  return `${form} ${locale} ${zone}`;
}

/** Takes a text that somebody else wrote, `as` says how, for one that `timeText` has written. */
export function knowText(at: number, as: string, text: string): void {
  keep(textName(at, as), text);
}

function textName(at: number, as: string): string {
  return `${as} ${Math.floor(at / 60_000)}`;
}

function keep(name: string, text: string): void {
  if (texts.size >= KNOWN_TEXTS) texts.clear();
  texts.set(name, text);
}

/** A day of a calendar (YYYY-MM-DD), whatever the zone, as "Friday 4 December" … in a language; what is none comes back. */
export function dayText(day: string, form: TimeForm, locale: string): string {
  const at = Date.parse(day);
  return Number.isNaN(at) ? day : timeText(at, form, locale, 'UTC');
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one is dear, and a list draws many times alike. */
function formatter(form: keyof typeof FORMS, locale: string, zone: string): Intl.DateTimeFormat {
  const name = `${form} ${locale} ${zone}`;
  const known = formatters.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...FORMS[form], timeZone: zone });
  formatters.set(name, made);
  return made;
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "3 days ago", "in 2 hours", "yesterday", "now" for less than a minute either way; instants in ms. */
export function relativeText(at: number, now: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const apart = at - now;
  for (const [unit, ms] of UNITS) {
    if (Math.abs(apart) >= ms) return words.format(Math.trunc(apart / ms), unit);
  }
  return words.format(0, 'second');
}

/** Days, hours and minutes until an instant, none below zero; the last minute counts as one. */
export function partsUntil(at: number, now: number): { days: number; hours: number; minutes: number } {
  const minutes = Math.max(0, Math.ceil((at - now) / 60_000));
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
}

/** "6 minutes 42 seconds left", "12 seconds over": what a clock says aloud. */
export function spokenLeft(leftMs: number): string {
  const total = leftMs >= 0 ? Math.ceil(leftMs / 1000) : Math.floor(-leftMs / 1000);
  const plural = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`;
  const minutes = Math.floor(total / 60);
  const seconds = total % 60;
  const parts = [minutes > 0 && plural(minutes, 'minute'), (seconds > 0 || minutes === 0) && plural(seconds, 'second')];
  return `${parts.filter(Boolean).join(' ')} ${leftMs < 0 && total > 0 ? 'over' : 'left'}`;
}
