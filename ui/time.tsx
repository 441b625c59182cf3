'use client';

import { dayText, HOUSE_LOCALE, knowText, relativeText, timeText, writtenAs, type TimeForm } from './time-text';
import { useMinute } from './use-hydrated';
import { useLocale, useViewer } from './viewer';

// A page comes with its times written. The browser takes them as they are: its first formatter would cost it more than the
// rest of waking up.
if (typeof document !== 'undefined') {
  for (const { dateTime, dataset, textContent } of document.querySelectorAll<HTMLTimeElement>('time[data-as]')) {
    if (dataset.as && textContent) knowText(Date.parse(dateTime), dataset.as, textContent);
  }
}

interface LocalTimeProps {
  /** An instant: ISO 8601, or ms since the epoch. */
  at: string | number;
  form?: TimeForm;
  /** The zone before the device is known, and for good with `fixed`; the lab's, as a rule. */
  zone?: string;
  /** In `zone` for everyone, as in a recap. */
  fixed?: boolean;
  /** A full stop follows it. */
  stop?: boolean;
  className?: string;
}

/** An instant in the viewer's own zone and language. */
export function LocalTime({ at, form = 'day-time', zone = 'UTC', fixed, stop, className }: LocalTimeProps) {
  const viewer = useViewer(zone);
  const date = new Date(at);
  const shown = fixed ? zone : viewer.zone;
  const text = timeText(date.getTime(), form, viewer.locale, shown);
  return (
    <>
      <time
        className={className}
        dateTime={date.toISOString()}
        data-as={writtenAs(form, viewer.locale, shown)}
        lang={foreign(viewer.locale)}
        suppressHydrationWarning
      >
        {text}
      </time>
      {stop && stopAfter(text)}
    </>
  );
}

/** The full stop that ends a sentence; some languages end a date with one, as in "26. Nov.". */
function stopAfter(text: string): string {
  return text.endsWith('.') ? '' : '.';
}

/** A day of a calendar (YYYY-MM-DD), whatever the zone, in the viewer's language. */
export function CalendarDay({ day, form = 'shortDay', stop }: { day: string; form?: TimeForm; stop?: boolean }) {
  const locale = useLocale();
  const text = dayText(day, form, locale);
  return (
    <>
      <time dateTime={day} data-as={writtenAs(form, locale, 'UTC')} lang={foreign(locale)}>
        {text}
      </time>
      {stop && stopAfter(text)}
    </>
  );
}

interface RelativeTimeProps {
  at: string | number;
  /** Server clock minus device clock, in ms. */
  offsetMs?: number;
  zone?: string;
  className?: string;
}

/** How long ago, or in how long, in English, for it stands in sentences: kept true each minute. Before the device is known, the date. */
export function RelativeTime({ at, offsetMs = 0, zone = 'UTC', className }: RelativeTimeProps) {
  const minute = useMinute();
  const viewer = useViewer(zone);
  if (minute === null) return <LocalTime at={at} form="short" zone={zone} {...(className ? { className } : {})} />;
  const date = new Date(at);
  return (
    <time
      className={className}
      dateTime={date.toISOString()}
      title={timeText(date.getTime(), 'day-time', viewer.locale, viewer.zone)}
    >
      {relativeText(date.getTime(), minute + offsetMs, foreign(viewer.locale) ? HOUSE_LOCALE : viewer.locale)}
    </time>
  );
}

/** The language of a date, where it isn't the page's: so that it is read aloud as it is written. */
function foreign(locale: string): string | undefined {
  return locale.startsWith('en') ? undefined : locale;
}
