import { expect, it, vi } from 'vitest';
import { membershipIn } from '@/db/labs';
import { saveSchedule } from '@/db/schedule-changes';
import { scheduleOf } from '@/db/schedules';
import { changeSession, skipDayOf } from '@/db/session-schedule';
import { HOUSE_LOCALE, timeText } from '@/ui/time-text';
import { outboxRows } from '../../support/mail';
import { dropped, useSentMail } from '../../support/sent-mail';
import { cancelByHand, sessionsOf, weeklyLab } from '../../support/weekly-lab';

const sent = useSentMail();
const { box, tell } = sent;

type Weekly = Awaited<ReturnType<typeof weeklyLab>>;

const longDay = (at: string) => timeText(Date.parse(at), 'day', HOUSE_LOCALE, 'UTC');

/** A lab's first regular session is moved to the day after, at 18:30. */
async function movedOn({ lab, host }: Weekly) {
  const [first] = await sessionsOf(lab.labId);
  const next = new Date(Date.parse(first!.startsAt) + 30.5 * 3_600_000);
  const subject = (at: string | Date) =>
    `${longDay(new Date(at).toISOString())}, ${new Date(at).toISOString().slice(11, 16)}`;
  await changeSession(host, first!.id, { startsAt: next, durationMinutes: 90, callUrl: null });
  return { id: first!.id, was: subject(first!.startsAt), is: subject(next) };
}

/** On its page a session is cancelled by a host's command as its day is skipped. */
async function skipDay({ host, skip }: Weekly, id: string, where: string) {
  if (where === 'on the page') {
    await skipDayOf(host, id);
    await cancelByHand(host, id);
  }
  await skip(0);
}

it('a session that is moved and cancelled before that was told is told as cancelled at the hour that its readers knew', async () => {
  const weekly = await weeklyLab({ hosts: 2, reps: 1, observers: 0 });
  const { id, was, is } = await movedOn(weekly);
  // The move comes due before anything was planned; who moved it knows where it was to be.
  await cancelByHand((await membershipIn(weekly.lab.hosts[1]!.id, weekly.lab.labId))!, id);
  await sent.wait(1);
  await vi.waitFor(async () => expect((await outboxRows()).filter((row) => row.dropped)).toHaveLength(2));
  await tell();
  await box.has(2);
  const told = (to: { id: string }) =>
    box.mails.filter((mail) => [mail.to!].flat()[0]!.text === `${to.id}@example.com`).map(({ subject }) => subject);
  expect(told(weekly.lab.reps[0]!)).toEqual([`Cancelled: Edgework, ${was}`]);
  expect(told(weekly.lab.hosts[0]!)).toEqual([`Cancelled: Edgework, ${is}`]);
});

it.each(['on the page', 'in the settings'])(
  'a moved session whose day is skipped %s and held again is told as moved back',
  async (where) => {
    const weekly = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
    const { id, was, is } = await movedOn(weekly);
    await tell();
    await box.has(1);
    await skipDay(weekly, id, where);
    await weekly.skip();
    await tell();
    const [moved, back, ...more] = await box.has(2);
    expect(moved!.subject).toBe(`Moved to ${is}: Edgework`);
    expect(back!.subject).toBe(`Moved to ${was}: Edgework`);
    expect(back!.text).toContain(`it was on ${is}.`);
    expect(more).toEqual([]);
    await dropped();
  },
);

it.each(['on the page', 'in the settings'])(
  'what is moved, skipped %s and held again before any of that was told is told to nobody',
  async (where) => {
    const weekly = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
    const { id } = await movedOn(weekly);
    await skipDay(weekly, id, where);
    await weekly.skip();
    await tell();
    await dropped();
    expect(box.mails.map(({ subject }) => subject)).toEqual([]);
  },
);

it('what is moved by the schedule, cancelled by hand and held at the new hour before that was told is told as moved', async () => {
  const { lab, host, skip } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  const [first] = await sessionsOf(lab.labId);
  await skip(1, 2, 3, 4, 5, 6, 7);
  await tell();
  await dropped();
  box.mails.splice(0);
  const [rule] = (await scheduleOf(lab.labId)).rules;
  const { skipped } = await scheduleOf(lab.labId);
  const later = { ...rule!, localTime: '13:30' };
  await saveSchedule(host, later, skipped);
  await skipDayOf(host, first!.id);
  await cancelByHand(host, first!.id);
  await saveSchedule(host, later, skipped);
  await tell();
  await dropped();
  const mine = box.mails.filter(({ text }) => text!.includes(longDay(first!.startsAt)));
  expect(mine).toHaveLength(1);
  expect(mine[0]!.text!.replace(/\s+/g, ' ')).toContain(`${longDay(first!.startsAt)}, 12:00`);
  expect(mine[0]!.subject).not.toContain('Cancelled');
});

it('who heard that a moved session is cancelled hears that its day is held after all', async () => {
  const weekly = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  const { was, is } = await movedOn(weekly);
  await tell();
  await box.has(1);
  await weekly.skip(0);
  await tell();
  await box.has(2);
  await weekly.skip();
  await tell();
  await box.has(3);
  await dropped();
  expect(box.mails.map(({ subject }) => subject)).toEqual([
    `Moved to ${is}: Edgework`,
    `Cancelled: Edgework, ${is}`,
    `Held after all: Edgework, ${was}`,
  ]);
});
