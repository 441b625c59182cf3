import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LifeProps } from '@/app/labs/[lab]/(bar)/scenarios/[id]/life-props';
import { NextCheckIn } from '@/app/labs/[lab]/(bar)/scenarios/[id]/next-check-in';
import { ViewerProvider } from '@/ui/viewer';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-28T12:00:00Z'), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

interface Shown {
  userId?: string;
  role?: 'host' | 'rep' | 'observer';
  dueOn?: string;
  archived?: boolean;
  left?: boolean;
  reported?: string;
  lately?: boolean;
}

function told({
  userId = 'rep',
  role = 'rep',
  dueOn = '2026-12-03',
  archived,
  left,
  reported,
  lately = false,
}: Shown): string {
  const lab = { slug: 'lab', timeZone: 'Europe/Berlin', archivedAt: archived ? new Date() : null };
  const checkIn = { commitmentId: 'promise', at: '2026-11-28T09:00:00Z', outcome: reported, sinceLastSession: lately };
  const props = {
    membership: { userId, role, lab },
    life: {
      scenario: { id: 'deal', repId: 'rep' },
      commitments: [{ id: 'promise', dueOn, at: '2026-11-20T09:00:00Z' }],
      checkIns: reported ? [checkIn] : [],
    },
    name: () => (left ? 'a former member' : 'Marisol Vega'),
  } as unknown as LifeProps;
  const html = renderToStaticMarkup(
    <ViewerProvider viewer={{ locale: 'en-GB', zone: 'Europe/Berlin' }}>
      <NextCheckIn {...props} />
    </ViewerProvider>,
  );
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

it('offers its viewer what the table grants them, and tells them of nothing else', () => {
  const next = 'Thu 3 December First check-in.';
  expect(told({})).toBe(
    `${next} You can report sooner, or bring the deal back to the queue. Check in now Bring it back`,
  );
  expect(told({ userId: 'host', role: 'host' })).toBe(`${next} You can record it sooner. Check in now`);
  for (const nobody of [
    { role: 'observer' },
    { userId: 'peer' },
    { userId: 'peer', left: true },
    { archived: true },
    { userId: 'host', role: 'host', archived: true },
  ] satisfies Shown[]) {
    expect(told(nobody)).toBe(next);
  }
  expect(told({ userId: 'host', role: 'host', left: true })).toBe(
    `${next} Its rep is not in the lab any more: a host can record it. Check in now`,
  );
});

it('is never to come on a day that is past: due since then, until a report is the end of it', () => {
  const peer = { userId: 'peer' };
  const past = { ...peer, dueOn: '2026-11-26' };
  for (const reported of ['advanced', 'no_change']) {
    expect(told({ ...past, reported })).toBe('due since Thu 26 November Waiting for a check-in.');
    // What was told since the last session is asked about again once the next one has ended, here as on lab home.
    expect(told({ ...past, reported, lately: true })).toBe('When the next session is over Next check-in.');
    expect(told({ dueOn: '2026-11-26', reported, lately: true })).toContain('You can report sooner');
    expect(told({ dueOn: '2026-11-28', reported, lately: true })).toMatch(
      /^When the next session is over .* report sooner/,
    );
    expect(told({ ...past, reported, lately: true, archived: true })).toBe('');
    expect(told({ ...peer, reported, lately: true })).toBe('Thu 3 December Next check-in.');
    expect(told({ ...peer, reported })).toBe('Thu 3 December Next check-in.');
  }
  expect(told(past)).toBe('due since Thu 26 November Waiting for a check-in.');
  for (const reported of ['won', 'lost', 'moved_on']) expect(told({ ...past, reported })).toBe('');
  // Today, on the lab's clock.
  expect(told({ dueOn: '2026-11-28' })).toMatch(/^Sat 28 November First check-in. You can report now,/);
});
