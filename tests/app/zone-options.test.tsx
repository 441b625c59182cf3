import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { Meets } from '@/app/(public)/join/[lab]/meets';
import { ProfileForm } from '@/app/me/account-forms';
import { zoneGroups } from '@/app/time-zones';

vi.mock('@/app/me/actions', () => ({ saveProfile: vi.fn(), changePassword: vi.fn(), chooseHere: vi.fn() }));
vi.mock('@/app/(public)/join/[lab]/actions', () => ({ chooseZone: vi.fn() }));

/** One place under two names: no list has both. */
const NAMES = ['Asia/Kolkata', 'Asia/Calcutta'] as const;
const listed = zoneGroups().flatMap(({ zones }) => zones.map(({ zone }) => zone));
const unlisted = NAMES.find((name) => !listed.includes(name))!;
const LISTED = 'Europe/London';

const chosenIn = (html: string) => /<option value="([^"]*)" selected=""/.exec(html)?.[1];
const timesIn = (html: string, zone: string) => html.split(`<option value="${zone}"`).length - 1;

const account = (zone: string) =>
  renderToStaticMarkup(<ProfileForm name="Devi Rao" initials="" zone={zone} zones={zoneGroups()} />);
const publicPage = (zone: string) => {
  const next = { startsAt: new Date('2026-12-03T17:00:00Z'), durationMinutes: 90 };
  const lab = { slug: 'lab', timeZone: 'Europe/London', regular: undefined, next };
  return renderToStaticMarkup(<Meets lab={lab} chosen={zone} />);
};

it.each([
  ['the account', account],
  ['the public page', publicPage],
])('%s shows the time zone that was chosen, though the list has it by another name', (_, page) => {
  expect(unlisted).toBeDefined();
  for (const zone of [unlisted, LISTED, '']) {
    expect(chosenIn(page(zone))).toBe(zone);
    expect(timesIn(page(zone), zone)).toBe(1);
  }
  expect(timesIn(page(LISTED), unlisted)).toBe(0);
});

it('names cities as they are called today, in the order of their names', () => {
  const groups = zoneGroups();
  const named = (zone: string) => groups.flatMap(({ zones }) => zones.filter((one) => one.zone === zone))[0]?.label;
  expect(named(LISTED)).toMatch(/^London \(now \d\d:\d\d\)$/);
  for (const [older, newer, name] of [
    ['Asia/Calcutta', 'Asia/Kolkata', 'Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv', 'Kyiv'],
    ['Asia/Saigon', 'Asia/Ho_Chi_Minh', 'Ho Chi Minh'],
  ] as const)
    expect(named(older) ?? named(newer)).toMatch(new RegExp(`^${name}\\b`));
  for (const { zones } of groups) {
    const labels = zones.map(({ label }) => label);
    expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, 'en')));
  }
});
