import { DateTime } from 'luxon';
import type { ReactElement } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import { memberOf } from '@/app/current-person';
import type { FormState } from '@/app/form-state';
import { cancel, change, schedule, takeBack } from '@/app/labs/[lab]/(bar)/schedule/actions';
import SchedulePage from '@/app/labs/[lab]/(bar)/schedule/page';
import { saveLabSchedule } from '@/app/labs/[lab]/(bar)/settings/actions';
import { SchedulePart } from '@/app/labs/[lab]/(bar)/settings/schedule-part';
import { upcomingSessions } from '@/db/lab-home';
import type { Membership } from '@/db/labs';
import { saveSchedule } from '@/db/schedule-changes';
import { scheduleOf } from '@/db/schedules';
import { changeSession, scheduleSession } from '@/db/session-schedule';
import { aheadOf } from '@/db/sessions-ahead';
import type { Ahead } from '@/domain/coming-sessions';
import { changeDay, clockAt, instantAt, type ClockOddity, type ScheduleRule } from '@/domain/schedule';
import { wallClock } from '@/domain/time-zone';
import { openFace, type Face } from '@/server/face';
import { dayText } from '@/ui/time-text';
import { ViewerProvider } from '@/ui/viewer';
import { useTestDatabase } from '../support/database';
import { makeEmptyLab, makeMember } from '../support/people';
import { aRule } from '../support/schedule-rule';

const viewer = { locale: 'en-GB', zone: 'Europe/London' };
vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useSearchParams: () => new URLSearchParams(),
  redirect: (path: string) => {
    throw new Error(`led to ${path}`);
  },
}));
vi.mock('@/app/viewer', () => ({ viewerHere: async () => viewer }));
vi.mock('@/app/current-person', () => ({ memberOf: vi.fn() }));

useTestDatabase();
const meetingsChanged = vi.fn();
beforeEach(() => openFace({ mail: { look: vi.fn() }, live: { meetingsChanged } } as unknown as Face));

const daysOn = (days: number) => wallClock(new Date(Date.now() + days * 86_400_000), 'UTC').day;
const THURSDAYS = aRule({ fromDay: daysOn(0) });
const LATER = aRule({ fromDay: daysOn(30), everyWeeks: 2, weekday: 1, localTime: '09:00', timeZone: 'Asia/Kolkata' });

function as(membership: Membership): void {
  const pledged = { ...membership, pledgedAt: new Date() };
  vi.mocked(memberOf).mockResolvedValue({ membership: pledged } as Awaited<ReturnType<typeof memberOf>>);
}

/** What is drawn, in plain text. */
async function told(drawn: ReactElement): Promise<string> {
  const stream = await renderToReadableStream(<ViewerProvider viewer={viewer}>{drawn}</ViewerProvider>);
  await stream.allReady;
  const html = await new Response(stream).text();
  return html
    .replaceAll('<!-- -->', '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1');
}

async function page(membership: Membership, searchParams: { done?: string } = {}): Promise<string> {
  as(membership);
  const params = Promise.resolve({ lab: membership.lab.slug });
  return told(await SchedulePage({ params, searchParams: Promise.resolve(searchParams) }));
}

function sends<Done>(
  action: (state: FormState<Done>, form: FormData) => Promise<FormState<Done>>,
  fields: Record<string, string>,
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return action({}, form);
}

const instants = async (member: Membership) => (await upcomingSessions(member)).map(({ startsAt }) => startsAt);

test('a change of the schedule from a later day on is told to members, and a host takes it back', async () => {
  const lab = await makeEmptyLab();
  const [host, rep] = [await makeMember(lab, 'host'), await makeMember(lab, 'rep')];
  await saveSchedule(host, THURSDAYS, []);
  const before = await instants(host);
  expect(await page(host)).not.toContain('The schedule changes');
  await saveSchedule(host, LATER, []);
  expect(await instants(host)).not.toEqual(before);
  const words = 'every second Monday at 09:00 in Kolkata, 90 minutes';
  const reps = await page(rep);
  expect(reps).toContain('Now: every Thursday at 17:00 in London, 90 minutes.');
  expect(reps).toContain(words);
  expect(reps).not.toContain('Take it back');
  const hosts = await page(host);
  expect(hosts).toContain(words);
  expect(hosts).toContain('Take it back');

  const fields = { slug: lab.slug, fromDay: LATER.fromDay };
  as(rep);
  expect(await sends(takeBack, fields)).toEqual({ message: 'Only a host does that.' });
  expect((await scheduleOf(lab.id)).rules).toHaveLength(2);
  as(host);
  expect(await sends(takeBack, { ...fields, fromDay: THURSDAYS.fromDay })).toHaveProperty('message');
  expect(await sends(takeBack, fields)).toEqual({});
  expect((await scheduleOf(lab.id)).rules).toEqual([THURSDAYS]);
  // One that stood for a later Monday may be the ninth Thursday now.
  expect((await instants(host)).slice(0, 8)).toEqual(before);
  expect(await page(host)).not.toContain('The schedule changes');
  expect(await sends(takeBack, fields)).toHaveProperty('message');
});

test('without scripts the page says what was skipped, cancelled or taken back, and its address asks for no form any more', async () => {
  const lab = await makeEmptyLab();
  const host = await makeMember(lab, 'host');
  await saveSchedule(host, THURSDAYS, []);
  await saveSchedule(host, LATER, []);
  as(host);
  const live = { meetingsChanged, execute: async () => ({ ok: true }) };
  openFace({ mail: { look: vi.fn() }, live } as unknown as Face);
  const fields = { slug: lab.slug, unscripted: 'on' };
  const ledTo = (done: string) => `led to /labs/${lab.slug}/schedule?done=${done}`;
  const [first] = await upcomingSessions(host);
  await expect(sends(cancel, { ...fields, sessionId: first!.id })).rejects.toThrow(ledTo('skipped'));
  const startsAt = new Date(first!.startsAt + 3_600_000);
  const single = (await scheduleSession(host, { startsAt, durationMinutes: 60, callUrl: null }))!;
  await expect(sends(cancel, { ...fields, sessionId: single })).rejects.toThrow(ledTo('cancelled'));
  await expect(sends(takeBack, { ...fields, fromDay: LATER.fromDay })).rejects.toThrow(ledTo('taken-back'));
  // What is refused is said in the form.
  expect(await sends(takeBack, { ...fields, fromDay: LATER.fromDay })).toHaveProperty('message');
  for (const [done, said] of [
    ['skipped', 'Skipped. Everyone’s calendar follows.'],
    ['cancelled', 'Cancelled. Everyone’s calendar follows.'],
    ['taken-back', 'Taken back. Everyone’s calendar follows.'],
  ] as const)
    expect(await page(host, { done })).toContain(said);
  for (const done of [undefined, 'toString', 'Skipped'])
    expect(await page(host, done === undefined ? {} : { done })).not.toContain('calendar follows.');
});

test('a schedule that is saved unchanged is no later change', async () => {
  const host = await makeMember(await makeEmptyLab(), 'host');
  as(host);
  await saveSchedule(host, THURSDAYS, []);
  const fields = Object.fromEntries(Object.entries(THURSDAYS).map(([name, value]) => [name, String(value)]));
  const sent = { ...fields, slug: host.lab.slug, fromDay: daysOn(5) };
  expect(await sends(saveLabSchedule, sent)).toHaveProperty('done');
  expect(await page(host)).not.toContain('The schedule changes');
  expect(await sends(saveLabSchedule, { ...sent, localTime: '09:00' })).toHaveProperty('done');
  expect(await page(host)).toContain('The schedule changes');
});

test('a form that was open while days were skipped or held elsewhere changes those alone that were chosen in it', async () => {
  const host = await makeMember(await makeEmptyLab(), 'host');
  as(host);
  await saveSchedule(host, THURSDAYS, []);
  const off = (await upcomingSessions(host)).map(({ startsAt }) => wallClock(new Date(startsAt), 'UTC').day);
  const [elsewhere, held, ours, back] = off as [string, string, string, string];
  await saveSchedule(host, THURSDAYS, [held, back]);
  const opened = (await scheduleOf(host.lab.id)).skipped;
  const rule = Object.fromEntries(Object.entries(THURSDAYS).map(([name, value]) => [name, String(value)]));
  const save = (more: Record<string, string>) =>
    sends(saveLabSchedule, { ...rule, slug: host.lab.slug, skippedBefore: opened.join(), ...more });
  // In another tab.
  await saveSchedule(host, THURSDAYS, [elsewhere, back]);
  expect(await save({ skipped: opened.join(), durationMinutes: '75' })).toHaveProperty('done');
  const { skipped, rules } = await scheduleOf(host.lab.id);
  expect(rules.at(-1)).toMatchObject({ durationMinutes: 75 });
  expect(skipped).toEqual([elsewhere, back]);
  expect(await save({ skipped: held, skipMore: ours, durationMinutes: '75' })).toHaveProperty('done');
  expect((await scheduleOf(host.lab.id)).skipped).toEqual([elsewhere, ours]);
});

test('a session that overlaps another one is scheduled, or moved there, with a warning by name and time', async () => {
  const host = await makeMember(await makeEmptyLab(), 'host');
  as(host);
  const day = daysOn(40);
  const at = (localTime: string, more = {}) => ({
    ...{ slug: host.lab.slug, day, localTime, durationMinutes: '60', callUrl: '' },
    ...more,
  });
  const stands = 'Everyone’s calendar follows.';
  expect(await sends(schedule, at('12:00'))).toMatchObject({ done: `Scheduled. ${stands}` });
  // One begins as another ends.
  expect(await sends(schedule, at('13:00'))).toMatchObject({ done: `Scheduled. ${stands}` });
  const beside = (number: number, time: string) => `session ${number} (${dayText(day, 'day', 'en-GB')}, ${time})`;
  expect(await sends(schedule, at('12:30'))).toMatchObject({
    done: `Scheduled. ${stands} Mind that it overlaps ${beside(1, '12:00')} and ${beside(3, '13:00')}.`,
  });
  const [first] = await upcomingSessions(host);
  expect(await sends(change, at('13:59', { sessionId: first!.id }))).toMatchObject({
    done: `Saved. ${stands} Mind that it overlaps ${beside(2, '13:00')}.`,
  });
  meetingsChanged.mockClear();
  expect(await sends(change, at('20:00', { sessionId: first!.id }))).toMatchObject({ done: `Saved. ${stands}` });
  expect(meetingsChanged.mock.calls).toEqual([[host.lab.id]]);
});

const NOTHING: Ahead = { standing: [], singles: [], taken: [], cancelled: [], givenUp: [] };

function form(rules: ScheduleRule[], ahead = NOTHING, now = Date.now()) {
  return told(
    <SchedulePart
      {...{ slug: 'a-lab', rules, skipped: [], ahead, members: [], zones: [], now }}
      fallback={{ timeZone: 'Europe/London', durationMinutes: 90 }}
    />,
  );
}

test('the form of the schedule says whether its fields hold now or from which day on', async () => {
  expect(await form([THURSDAYS])).toContain('The fields show what holds now: every Thursday at 17:00 in London');
  const two = await form([THURSDAYS, LATER]);
  expect(two).toMatch(/The fields show the change from \d+ \w+ \d{4} on\. Now: every Thursday at 17:00 in London/);
});

test('the next eight are the sessions that the schedule page has: moved ones at their time, and single ones', async () => {
  const host = await makeMember(await makeEmptyLab(), 'host');
  await saveSchedule(host, THURSDAYS, []);
  const [first, second] = await upcomingSessions(host);
  const on = (at: number) => ({ startsAt: new Date(at), durationMinutes: 60, callUrl: null });
  await changeSession(host, first!.id, on(first!.startsAt + 3_600_000));
  await scheduleSession(host, on(second!.startsAt + 86_400_000));
  const { rules } = await scheduleOf(host.lab.id);
  const drawn = await form(rules, await aheadOf(host));
  const eight = drawn.slice(drawn.indexOf('The next eight'));
  const words = (day: string) => dayText(day, 'shortDay', 'en-GB');
  expect(eight).toMatch(/1 \S+,? \d+ \S+ 18:00 · moved 2 /);
  expect(eight).toMatch(/3 \S+,? \d+ \S+ 17:00 · a single one 4 /);
  expect(eight).toMatch(/ 8 \S+,? \d+ \S+ 17:00 (?!9)/);
  const shown = (await upcomingSessions(host))
    .slice(0, 8)
    .map(({ startsAt }) => words(wallClock(new Date(startsAt), 'Europe/London').day));
  const places = shown.map((day) => eight.indexOf(day));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('a session that a change leaves without a day is said beforehand to be cancelled', async () => {
  const now = Date.parse('2026-11-28T09:00Z');
  const rule = aRule({ fromDay: '2026-11-23', weekday: 7 });
  const sunday = { id: 'one', slot: '2026-11-29', at: Date.parse('2026-11-29T17:00Z'), durationMinutes: 90 };
  const ahead = { ...NOTHING, standing: [{ ...sunday, moved: false, touched: false }] };
  expect(await form([rule], ahead, now)).not.toContain('will be cancelled');
  const drawn = await form([rule, aRule({ fromDay: '2026-11-28', weekday: 3 })], ahead, now);
  expect(drawn).toMatch(/29 Nov\S* will be cancelled/);
});

test('another weekday from the form’s own day leaves no week without its session, where no script moved that day too', async () => {
  const host = await makeMember(await makeEmptyLab(), 'host');
  as(host);
  const tomorrow = DateTime.fromISO(daysOn(1), { zone: 'utc' });
  const rule = { ...THURSDAYS, fromDay: daysOn(0), timeZone: 'UTC' };
  await saveSchedule(host, { ...rule, weekday: tomorrow.weekday }, []);
  const weeks = async () =>
    (await instants(host)).map((at) => DateTime.fromMillis(at, { zone: 'utc' }).toFormat('kkkk-WW'));
  const before = await weeks();
  const { rules } = await scheduleOf(host.lab.id);
  const own = changeDay(rules, Date.now(), rules[0]!);
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const fields = Object.entries({ ...rule, weekday, fromDay: own, ownDay: own, slug: host.lab.slug });
    const sent = Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
    expect(await sends(saveLabSchedule, sent)).toHaveProperty('done');
    expect(await weeks()).toEqual(before);
  }
});

test('a change of the schedule from a day further ahead than two years is refused by its field', async () => {
  const lab = await makeEmptyLab();
  const host = await makeMember(lab, 'host');
  as(host);
  const { fromDay: _, ...rule } = THURSDAYS;
  const fields = Object.fromEntries(Object.entries(rule).map(([name, value]) => [name, String(value)]));
  for (const fromDay of [daysOn(732), '9999-12-31']) {
    const answer = await sends(saveLabSchedule, { ...fields, slug: host.lab.slug, fromDay });
    expect(answer).toMatchObject({ errors: { fromDay: 'Choose a day within two years.' }, values: { fromDay } });
  }
  expect((await scheduleOf(host.lab.id)).rules).toEqual([]);
});

test('a time that is missing, or comes twice, is said of a change that holds from a later day on', async () => {
  const now = Date.parse('2026-11-23T09:00Z');
  const rule = aRule({ fromDay: '2026-11-23' });
  const change = aRule({ fromDay: '2027-03-22', weekday: 7, localTime: '01:30' });
  expect(await form([rule], NOTHING, now)).not.toContain('Clocks change');
  const drawn = await form([rule, change], NOTHING, now);
  expect(drawn).toContain('From 22 March 2027 on:');
  expect(drawn).toContain('On 28 March there is no 01:30 in London: clocks go forward, and it begins at 02:30.');
});

test('the schedule page says beside a session that its time is missing, or comes twice', async () => {
  const host = await makeMember(await makeEmptyLab(), 'host');
  const [missing, twice] = [nextClockChange('missing'), nextClockChange('twice')];
  await saveSchedule(host, aRule({ fromDay: missing, weekday: 7, localTime: '01:30' }), []);
  await scheduleSession(host, {
    startsAt: instantAt(twice, '01:30', 'Europe/London'),
    durationMinutes: 60,
    callUrl: null,
  });
  const drawn = await page(host);
  const day = (one: string) => dayText(one, 'monthDay', 'en-GB');
  expect(drawn).toContain(`On ${day(missing)} there is no 01:30 in London`);
  expect(drawn).toContain(`On ${day(twice)} it is 01:30 twice in London: it begins the first time.`);
});

/** The next Sunday on which the clocks of London leave out an hour, or show one twice. */
function nextClockChange(oddity: ClockOddity): string {
  const days = Array.from({ length: 400 }, (_, ahead) => daysOn(ahead + 2));
  return days.find((day) => clockAt(day, '01:30', 'Europe/London').oddity === oddity)!;
}
