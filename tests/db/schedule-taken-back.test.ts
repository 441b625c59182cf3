import { expect, test } from 'vitest';
import type { Membership } from '@/db/labs';
import { saveSchedule } from '@/db/schedule-changes';
import { scheduleOf } from '@/db/schedules';
import { changeSession } from '@/db/session-schedule';
import { aheadOf } from '@/db/sessions-ahead';
import { comingSessions } from '@/domain/coming-sessions';
import { changeDay, withRule, type ScheduleRule } from '@/domain/schedule';
import { useTestDatabase } from '../support/database';
import { makeEmptyLab, makeMember } from '../support/people';
import { days, NOW, thursdayLab, THURSDAYS, toCome } from '../support/thursday-lab';

useTestDatabase();

/** Saves a rule from the day that the form itself has. */
async function saveOfForm(host: Membership, changes: Partial<ScheduleRule>, now: Date) {
  const { rules } = await scheduleOf(host.lab.id, now);
  const rule = { ...THURSDAYS, ...changes };
  await saveSchedule(host, { ...rule, fromDay: changeDay(rules, now.getTime(), rule) }, [], now);
}

test('sessions are each on its own day again once another weekday is taken back, where one was moved by hand too', async () => {
  const now = new Date('2026-11-28T09:00:00Z');
  const host = await makeMember(await makeEmptyLab(), 'host');
  await saveSchedule(host, { ...THURSDAYS, weekday: 7 }, [], now);
  const second = (await toCome(host)).find(({ slot }) => slot === '2026-12-06');
  const to = { startsAt: new Date('2026-12-25T17:00:00Z'), durationMinutes: 90, callUrl: null };
  expect(await changeSession(host, second!.id, to)).toBe(true);
  const before = await toCome(host);
  await saveOfForm(host, { weekday: 3 }, now);
  // Of this week no Wednesday is left: its Sunday stays.
  expect((await toCome(host))[0]).toEqual(before[0]);
  await saveOfForm(host, { weekday: 7 }, now);
  expect(await toCome(host)).toEqual(before);
});

test('a week that was given up with the weekday comes back with it, by the same hours and the same ids, a day later too', async () => {
  const now = new Date('2026-11-28T09:00:00Z');
  const host = await makeMember(await makeEmptyLab(), 'host');
  await saveSchedule(host, { ...THURSDAYS, weekday: 7 }, [], now);
  const before = await toCome(host);
  for (const back of ['2026-11-28T12:00Z', '2026-11-29T09:00Z']) {
    const wednesdays = { ...THURSDAYS, weekday: 3, fromDay: '2026-11-28' };
    const { rules } = await scheduleOf(host.lab.id, now);
    const shown = comingSessions(withRule(rules, wednesdays), [], await aheadOf(host, now), now.getTime());
    expect(shown.cancelled.map(({ id }) => id)).toEqual([before[0]!.id]);
    await saveSchedule(host, wednesdays, [], now);
    expect((await toCome(host)).map(({ id }) => id)).not.toContain(before[0]!.id);
    await saveOfForm(host, { weekday: 7 }, new Date(back));
    expect((await toCome(host)).slice(0, 8)).toEqual(before);
  }
});

test('sessions come back to a day that has none in its week by the weekday that was taken back', async () => {
  const host = await thursdayLab();
  const before = await toCome(host);
  await saveSchedule(host, { ...THURSDAYS, fromDay: '2027-01-07', weekday: 1 }, [], NOW);
  expect(await days(host)).not.toContain('2027-01-07');
  await saveSchedule(host, { ...THURSDAYS, fromDay: '2027-01-07' }, [], NOW);
  expect((await toCome(host)).slice(0, 8)).toEqual(before);
});

test('sessions come back beyond the eighth too once a rarer rhythm is taken back', async () => {
  const host = await thursdayLab();
  const off = (await days(host)).slice(1, 4).map((day) => day!);
  await saveSchedule(host, THURSDAYS, off, NOW);
  await saveSchedule(host, THURSDAYS, [], NOW);
  const eleven = await toCome(host);
  expect(eleven).toHaveLength(11);
  await saveOfForm(host, { everyWeeks: 2 }, NOW);
  expect(await days(host)).toHaveLength(8);
  const { coming: shown } = comingSessions([THURSDAYS], [], await aheadOf(host, NOW), NOW.getTime());
  await saveOfForm(host, {}, NOW);
  expect(await toCome(host)).toEqual(eleven);
  expect(shown.map(({ slot }) => slot.at)).toEqual(eleven.map(({ startsAt }) => startsAt));
});
