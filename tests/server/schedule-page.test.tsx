import type { ReactElement } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import { memberOf } from '@/app/current-person';
import type { FormState } from '@/app/form-state';
import { change, schedule, takeBack } from '@/app/labs/[lab]/(bar)/schedule/actions';
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
import { clockAt, instantAt, type ClockOddity, type ScheduleRule } from '@/domain/schedule';
import { wallClock } from '@/domain/time-zone';
import { openFace, type Face } from '@/server/face';
import { dayText } from '@/ui/time-text';
import { ViewerProvider } from '@/ui/viewer';
import { useTestDatabase } from '../support/database';
import { makeEmptyLab, makeMember } from '../support/people';
import { aRule } from '../support/schedule-rule';

const viewer = { locale: 'en-GB', zone: 'Europe/London' };
vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('@/app/viewer', () => ({ viewerHere: async () => viewer }));
vi.mock('@/app/current-person', () => ({ memberOf: vi.fn() }));

useTestDatabase();
beforeEach(() => openFace({ mail: { look: vi.fn() } } as unknown as Face));

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

async function page(membership: Membership): Promise<string> {
  as(membership);
  return told(await SchedulePage({ params: Promise.resolve({ lab: membership.lab.slug }) }));
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
  expect(await instants(host)).toEqual(before);
  expect(await page(host)).not.toContain('The schedule changes');
  expect(await sends(takeBack, fields)).toHaveProperty('message');
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
  expect(await sends(change, at('20:00', { sessionId: first!.id }))).toMatchObject({ done: `Saved. ${stands}` });
});

const NOTHING: Ahead = { standing: [], singles: [], taken: [], cancelled: [] };

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
