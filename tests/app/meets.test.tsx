import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { Meets } from '@/app/(public)/join/[lab]/meets';
import { ViewerProvider } from '@/ui/viewer';

vi.mock('@/app/(public)/join/[lab]/actions', () => ({ chooseZone: vi.fn() }));

const lab = {
  slug: 'kauri',
  timeZone: 'Pacific/Auckland',
  regular: undefined,
  next: { startsAt: new Date('2026-12-03T17:00:00Z'), durationMinutes: 90 },
};
const drawn = (zone: string | undefined) =>
  renderToStaticMarkup(
    <ViewerProvider viewer={{ locale: 'en-GB', zone }}>
      <Meets lab={lab} chosen="" />
    </ViewerProvider>,
  );

test('the lab’s times are called that to a visitor of whom nothing is known', () => {
  const unknown = drawn(undefined);
  expect(unknown).toContain('in the lab’s time zone');
  expect(unknown).toContain('That is the time in Auckland.');
  expect(unknown).not.toContain('You are in');
  const known = drawn('Europe/London');
  expect(known).toContain('in your time zone');
  expect(known).toContain('You are in London.');
});
