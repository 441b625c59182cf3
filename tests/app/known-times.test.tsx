import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { ViewerProvider } from '@/ui/viewer';

afterEach(() => void vi.unstubAllGlobals());

test('the browser takes the times that a page came with as they are, for the reader that it was drawn for', async () => {
  const at = Date.parse('2031-03-06T17:00:20Z');
  const { CalendarDay, LocalTime } = await import('@/ui/time');
  const page = renderToStaticMarkup(
    <ViewerProvider viewer={{ locale: 'en-GB', zone: 'Europe/Berlin' }}>
      <LocalTime at={at} />
      <CalendarDay day="2031-03-07" />
    </ViewerProvider>,
  );
  const times = [...page.matchAll(/<time dateTime="([^"]+)" data-as="([^"]+)">([^<]+)</g)];
  expect(times.map(([, , , text]) => text)).toEqual(['Thursday 6 March, 18:00', 'Fri 7 March']);

  const drawn = times.map(([, dateTime, as, text]) => ({ dateTime, dataset: { as }, textContent: `came as ${text}` }));
  vi.resetModules();
  vi.stubGlobal('document', { querySelectorAll: (what: string) => (what === 'time[data-as]' ? drawn : []) });
  await import('@/ui/time');
  const { dayText, timeText } = await import('@/ui/time-text');
  expect(timeText(at, 'day-time', 'en-GB', 'Europe/Berlin')).toBe('came as Thursday 6 March, 18:00');
  expect(timeText(at, 'day-time', 'en-GB', 'UTC')).toBe('Thursday 6 March, 17:00');
  expect(dayText('2031-03-07', 'shortDay', 'en-GB')).toBe('came as Fri 7 March');
});
