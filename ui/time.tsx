'use client';

import { relativeText } from './time-text';
import { useHydrated, useMinute } from './use-hydrated';

const FORMS = {
  time: { hour: 'numeric', minute: '2-digit' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  'day-time': { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeForm = keyof typeof FORMS;

interface LocalTimeProps {
  /** An instant: ISO 8601, or ms since the epoch. */
  at: string | number;
  form?: TimeForm;
  /** The zone before the device is known, and for good with `fixed`; the lab's, as a rule. */
  zone?: string;
  /** In `zone` for everyone, as in a recap. */
  fixed?: boolean;
  className?: string;
}

/** An instant in the viewer's own zone and language; the server draws it in `zone`. */
export function LocalTime({ at, form = 'day-time', zone = 'UTC', fixed, className }: LocalTimeProps) {
  const here = useHydrated() && !fixed;
  const date = new Date(at);
  const text = new Intl.DateTimeFormat(here ? undefined : 'en-GB', {
    ...FORMS[form],
    ...(here ? {} : { timeZone: zone }),
  }).format(date);
  return (
    <time className={className} dateTime={date.toISOString()} suppressHydrationWarning>
      {text}
    </time>
  );
}

interface RelativeTimeProps {
  at: string | number;
  /** Server clock minus device clock, in ms. */
  offsetMs?: number;
  zone?: string;
  className?: string;
}

/** How long ago, or in how long: kept true each minute. Before the device is known, the date. */
export function RelativeTime({ at, offsetMs = 0, zone = 'UTC', className }: RelativeTimeProps) {
  const minute = useMinute();
  if (minute === null)
    return <LocalTime at={at} form="short" zone={zone} fixed {...(className ? { className } : {})} />;
  const date = new Date(at);
  return (
    <time className={className} dateTime={date.toISOString()} title={date.toLocaleString()}>
      {relativeText(date.getTime(), minute + offsetMs)}
    </time>
  );
}
