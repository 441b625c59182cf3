import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { FormState } from '@/app/form-state';
import { SchedulePart } from '@/app/labs/[lab]/(bar)/settings/schedule-part';
import { ViewerProvider } from '@/ui/viewer';
import { aRule } from '../support/schedule-rule';

let answer: FormState<string> = {};
vi.mock('@/app/labs/[lab]/(bar)/settings/actions', () => ({ saveLabSchedule: vi.fn() }));
// What a page knows that the form was posted to.
vi.mock('@/app/use-action', () => ({ useAction: () => [answer, vi.fn(), false] }));

/** The fields as they would be posted again. */
function fields(): Record<string, string> {
  const html = renderToString(
    <ViewerProvider viewer={{ locale: 'en-GB', zone: 'UTC' }}>
      <SchedulePart
        {...{ slug: 'a-lab', rules: [aRule()], skipped: ['2026-12-24'], members: [] }}
        ahead={{ standing: [], singles: [], taken: [], cancelled: [], givenUp: [] }}
        zones={[
          {
            region: 'Europe',
            zones: [
              { zone: 'Europe/Berlin', label: 'Berlin' },
              { zone: 'Europe/London', label: 'London' },
            ],
          },
        ]}
        fallback={{ timeZone: 'Europe/London', durationMinutes: 90 }}
        now={Date.parse('2026-11-23T09:00Z')}
      />
    </ViewerProvider>,
  );
  const posted: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const read = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    if (read('type') === 'radio' && !tag.includes(' checked')) continue;
    posted[read('name')] = read('value');
  }
  posted.timeZone =
    /<option[^>]*value="([^"]*)"[^>]* selected/.exec(html)?.[1] ??
    /selected=""[^>]*value="([^"]*)"/.exec(html)?.[1] ??
    '';
  return posted;
}

test('what was typed of a schedule that is refused stays in its fields, without scripts too', () => {
  const typed = {
    ...{ slug: 'a-lab', weekday: '2', localTime: '08:15', timeZone: 'Europe/Berlin', everyWeeks: '2' },
    ...{ durationMinutes: 'ninety', fromDay: '2026-01-05', skipped: '2026-12-31,2027-01-07', skipMore: '2027-02-04' },
    skippedBefore: '2026-12-24',
  };
  expect(fields()).toMatchObject({ weekday: '4', localTime: '17:00', skipped: '2026-12-24', ownDay: '2026-11-23' });
  answer = { values: { ...typed, ownDay: '2026-11-23' }, errors: { durationMinutes: 'Give whole minutes.' } };
  // The day was set: it is nobody's but theirs.
  expect(fields()).toEqual({ ...typed, ownDay: '' });
  // What no field can show is as it was.
  answer = { values: { ...typed, localTime: '99:99', timeZone: 'Nowhere/None', weekday: '9', fromDay: '2026-99-99' } };
  expect(fields()).toMatchObject({ weekday: '4', timeZone: 'Europe/London', everyWeeks: '2' });
  answer = { values: { ...typed, skipped: '2026-12-31,2027-13-45,foo' } };
  expect(fields()).toMatchObject({ skipped: '2026-12-31' });
  // The 24th was skipped meanwhile, and the last of the year held: what was chosen here is another day alone.
  answer = { values: { ...typed, skippedBefore: '2026-12-31' } };
  expect(fields()).toMatchObject({ skipped: '2026-12-24,2027-01-07', skippedBefore: '2026-12-24' });
});
