import { expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { sqlClient } from '@/db/connection';
import { planMail } from '@/db/mail-plan';
import { takeRuleBack, saveSchedule } from '@/db/schedule-changes';
import { scheduleOf } from '@/db/schedules';
import { heldInstead, sessionPlace } from '@/db/session-place';
import { changeSession, scheduleSession } from '@/db/session-schedule';
import { HOUSE_LOCALE, timeText } from '@/ui/time-text';
import { hostOf } from '../../support/guests';
import { addPerson, makeLab } from '../../support/lab';
import { outboxRows } from '../../support/mail';
import { dropped, mailsOf, useSentMail } from '../../support/sent-mail';
import { cancelByHand, knownToAll, sessionsOf, weeklyLab } from '../../support/weekly-lab';

const sent = useSentMail();
const { box, readers, tell } = sent;

it('a session that a host moves is told to all the others, with the time that it was at and the one it is at', async () => {
  const lab = await makeLab({ hosts: 2, reps: 1, observers: 1 });
  const host = await hostOf(lab);
  const to = { durationMinutes: 90, callUrl: null };
  const sessionId = (await scheduleSession(host, { ...to, startsAt: new Date('2031-01-09T16:00Z') }))!;
  await knownToAll(lab.labId);
  await changeSession(host, sessionId, { ...to, startsAt: new Date('2031-01-10T17:30Z') });
  await tell();
  await box.has(3);
  expect(readers()).toEqual(mailsOf([lab.hosts[1]!, ...lab.reps, ...lab.observers]));
  const [{ subject, text, html, headers }] = box.mails as [(typeof box.mails)[number]];
  expect(subject).toBe('Moved to Friday 10 January, 18:30: Edgework');
  for (const part of [text, html]) {
    expect(part).toContain('Session 2 was moved: it was on Thursday 9 January, 17:00.');
    expect(part).toContain('The times are Berlin time.');
    expect(part).toContain(`https://lab.example/labs/${lab.labId}`);
  }
  expect(JSON.stringify(headers.get('list'))).toContain('https://lab.example/api/mail/off/');
});

const longDay = (at: string) => timeText(Date.parse(at), 'day', HOUSE_LOCALE, 'UTC');

it('a day that a host skips is told as cancelled, with the session that comes instead', async () => {
  const { lab, skip } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  await skip(0);
  await tell();
  const [read] = await box.has(1);
  expect(readers()).toEqual(mailsOf(lab.reps));
  expect(read!.subject).toMatch(/^Cancelled: Edgework, \w+day \d+ \w+, 12:00$/);
  // Whatever its number was: another session has it by now.
  expect(read!.text).toMatch(/This session is cancelled\.\nThe next one is session 2, .*, 12:00, UTC\.\n/);
  expect(read!.html).toContain('This session is cancelled.');
  expect(read!.text).not.toContain('What waited');
});

it('a cancelled day is told with the session after it, and with what waited only where something did', async () => {
  const { lab, host, skip } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  const [, second, third] = await sessionsOf(lab.labId);
  await cancelByHand(host, second!.id, { carriedTo: third!.id });
  await skip(1);
  await tell();
  const [read] = await box.has(1);
  expect(read!.subject).toBe(`Cancelled: Edgework, ${longDay(second!.startsAt)}, 12:00`);
  expect(read!.text).toContain(`The next one is session 3, ${longDay(third!.startsAt)}, 12:00,`);
  expect(read!.text).toMatch(/UTC\.\s+What\s+waited\s+goes\s+there\./);
});

it('a cancelled session of a day with an earlier one is told with the session after it, where what waited goes', async () => {
  const { lab, host } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  const [, second, third] = await sessionsOf(lab.labId);
  const startsAt = new Date(Date.parse(second!.startsAt) + 3 * 3_600_000);
  const later = (await scheduleSession(host, { startsAt, durationMinutes: 90, callUrl: null }))!;
  await knownToAll(lab.labId);
  await cancelByHand(host, later, { carriedTo: third!.id });
  await tell();
  const [read] = await box.has(1);
  expect(read!.subject).toBe(`Cancelled: Edgework, ${longDay(second!.startsAt)}, 15:00`);
  expect(read!.text).toContain(`The next one is session 5, ${longDay(third!.startsAt)}, 12:00,`);
  expect(read!.text).toMatch(/UTC\.\s+What\s+waited\s+goes\s+there\./);
});

it('a rule that is changed and changed back within half a minute is told to nobody, nor what was made and gone meanwhile', async () => {
  const { host, change } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  const [{ weekday } = { weekday: 1 }] = (await scheduleOf(host.lab.id)).rules;
  for (const _ of [1, 2]) {
    await change({ weekday: (weekday % 7) + 1 });
    await sent.mail.plan();
    await change({});
  }
  await change({ localTime: '13:30' });
  await change({});
  await change({ everyWeeks: 0 });
  await scheduleSession(host, { startsAt: new Date('2031-01-09T16:00Z'), durationMinutes: 90, callUrl: null });
  await sent.mail.plan();
  await change({});
  const [single] = await sqlClient()<{ id: string }[]>`
    select id from sessions where lab_id = ${host.lab.id} and starts_at = '2031-01-09T16:00Z'`;
  await cancelByHand(host, single!.id);
  await tell();
  expect(new Set(await dropped())).toEqual(new Set(['out_of_date']));
  expect(box.mails).toEqual([]);
});

it('a change from a day on that is taken back within half a minute is told to nobody, nor the time at which it made sessions', async () => {
  const { lab, host } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  const before = await sessionsOf(lab.labId);
  const [rule] = (await scheduleOf(lab.labId)).rules;
  const fromDay = new Date(before[2]!.startsAt).toISOString().slice(0, 10);
  await saveSchedule(host, { ...rule!, fromDay, everyWeeks: 2, localTime: '15:00' }, []);
  await sent.mail.plan();
  await takeRuleBack(host, fromDay);
  const after = await sessionsOf(lab.labId);
  expect(after.slice(0, 8)).toEqual(before);
  // The ninth was made by the change, and is where the rhythm before has it by now.
  expect(after.length).toBeGreaterThan(8);
  await tell();
  await dropped();
  expect(box.mails.map(({ text }) => text)).toEqual([]);
});

it('what is moved, or cancelled, minutes before it begins is told at once', async () => {
  const { lab, host } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const meeting = { durationMinutes: 30, callUrl: null };
  const ids = [];
  for (const minutes of [4, 3]) ids.push((await scheduleSession(host, { ...meeting, startsAt: at(minutes) }))!);
  await knownToAll(lab.labId);
  await changeSession(host, ids[0]!, { ...meeting, startsAt: new Date('2031-01-09T16:00Z') });
  await cancelByHand(host, ids[1]!);
  await sent.mail.plan();
  const mails = await box.has(2);
  expect(mails.map(({ subject }) => subject!.split(':')[0]!.split(' ')[0]).sort()).toEqual(['Cancelled', 'Moved']);
});

it('who joins is told what is cancelled from then on, and nothing of before', async () => {
  const { lab, skip } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  await skip(0, 1);
  await tell();
  await box.has(1);
  const joined = await addPerson(lab.labId, 'rep');
  await tell();
  await skip(0, 1, 2);
  await tell();
  await box.has(3);
  expect(await dropped()).toEqual([]);
  expect(readers()).toEqual(mailsOf([...lab.reps, ...lab.reps, joined]));
});

it('a session that is cancelled and scheduled again at its instant reminds nobody twice, and its page leads there', async () => {
  const lab = await makeLab({ hosts: 1, reps: 1, observers: 0 });
  const host = await hostOf(lab);
  const meeting = { startsAt: new Date(Date.now() + 55 * 60_000), durationMinutes: 30, callUrl: null };
  const first = (await scheduleSession(host, meeting))!;
  await sent.mail.plan();
  await box.has(2);
  await cancelByHand(host, first);
  expect(await heldInstead((await sessionPlace(host.userId, first))!)).toBeUndefined();
  const second = await scheduleSession(host, meeting);
  await tell();
  expect(await dropped()).toEqual([]);
  expect(box.mails.map(({ subject }) => subject!.split(',')[0])).toEqual(['In an hour', 'In an hour']);
  expect(await heldInstead((await sessionPlace(host.userId, first))!)).toEqual({
    id: second,
    startsAt: meeting.startsAt.getTime(),
  });
  // Who was not reminded of the first is reminded of the second.
  const joined = await addPerson(lab.labId, 'rep');
  await tell();
  await box.has(3);
  expect(readers()).toEqual(mailsOf([...lab.hosts, ...lab.reps, joined]));
});

it('what is cancelled and back, or moved and back, before a mail left is told to nobody', async () => {
  const { lab, host, skip } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  await sent.mail.close();
  await skip(1, 2);
  await planMail();
  await skip(2);
  const to = { durationMinutes: 90, callUrl: null };
  const at = (hour: number) => ({ ...to, startsAt: new Date(`2031-01-09T${hour}:00Z`) });
  const sessionId = (await scheduleSession(host, at(16)))!;
  await knownToAll(lab.labId);
  await changeSession(host, sessionId, at(17));
  await changeSession(host, sessionId, at(16));
  const other = (await scheduleSession(host, at(10)))!;
  await knownToAll(lab.labId);
  await changeSession(host, other, at(11));
  await changeSession(host, other, at(12));
  sent.begin();
  await tell();
  expect((await dropped()).sort()).toEqual(['out_of_date', 'out_of_date']);
  const [one, two] = box.mails
    .map(({ subject, text }) => ({ subject, text }))
    .sort((a, b) => (a.subject! < b.subject! ? -1 : 1));
  expect(box.mails).toHaveLength(2);
  expect(one!.subject).toMatch(/^Cancelled: Edgework, /);
  expect(one!.text).not.toContain('Two sessions');
  expect(two!.text).toMatch(/was moved: it was on Thursday 9 January, 10:00\./);
});

it('what waits is taken back from however many mails, and what else these tell stays in them', async () => {
  const { lab, host } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  await sent.mail.close();
  const at = (hour: number) => ({ durationMinutes: 90, callUrl: null, startsAt: new Date(`2031-01-09T${hour}:00Z`) });
  const sessionId = (await scheduleSession(host, at(16)))!;
  await knownToAll(lab.labId);
  await changeSession(host, sessionId, at(17));
  const other = { sessionId: newId(), from: at(10).startsAt.toISOString(), to: at(11).startsAt.toISOString() };
  // As many members as that, each with the other move in every third mail.
  await sqlClient()`
    insert into outbox (id, key, kind, "to", user_id, lab_id, data, due_at)
    select gen_random_uuid(), concat(key, n), kind, "to", user_id, lab_id, case when n % 3 > 0 then data
      else jsonb_build_object('moves', data -> 'moves' || ${JSON.stringify(other)}::text::jsonb) end, due_at
    from outbox, generate_series(1, 2100) n where lab_id = ${lab.labId}`;
  await changeSession(host, sessionId, at(16));
  const waiting = (await outboxRows()).filter((row) => !row.dropped);
  expect(waiting).toHaveLength(700);
  for (const { data } of waiting) expect(data).toEqual({ moves: [other] });
  sent.begin(false);
});
