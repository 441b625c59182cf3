import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CalendarDay, LocalTime } from '@/ui/time';
import { ViewerProvider } from '@/ui/viewer';

test('a date ends its sentence with one full stop, in languages too that end it with one themselves', () => {
  const told = (locale: string) =>
    renderToStaticMarkup(
      <ViewerProvider viewer={{ locale, zone: 'Europe/Berlin' }}>
        <LocalTime at="2031-11-26T12:00:00Z" form="short" stop /> <CalendarDay day="2031-11-26" form="short" stop />
        <CalendarDay day="2031-11-26" form="short" />
      </ViewerProvider>,
    ).replace(/<[^>]*>/g, '');
  expect(told('de')).toBe('26. Nov. 26. Nov.26. Nov.');
  expect(told('en-GB')).toBe('26 Nov. 26 Nov.26 Nov');
});
