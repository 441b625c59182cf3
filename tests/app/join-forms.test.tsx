import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { JoinAsNew } from '@/app/(public)/invite/[token]/join-forms';

vi.mock('@/app/(public)/invite/[token]/actions', () => ({ joinAsMe: vi.fn(), joinAsNew: vi.fn() }));

/** What stands in the field of the email before anybody has typed. */
function emailIn(invited: string | null) {
  const html = renderToStaticMarkup(<JoinAsNew token="t" labName="Thursday Lab" email={invited} bound={false} />);
  const [field] = /<input[^>]*name="email"[^>]*>/.exec(html)!;
  return /value="([^"]*)"/.exec(field)?.[1] ?? '';
}

it('an invitation that was made for an address has it in its form; one that is anybody’s has none', () => {
  expect(emailIn('nadia@example.com')).toBe('nadia@example.com');
  expect(emailIn(null)).toBe('');
});
