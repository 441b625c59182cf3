import { expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { chooseMail } from '@/db/mail-choices';
import { scheduleSession } from '@/db/session-schedule';
import { addPerson } from '../../support/lab';
import { outboxRows } from '../../support/mail';
import { dropped, mailsOf, useSentMail } from '../../support/sent-mail';
import { cancelByHand, knownToAll, sessionsOf, weeklyLab } from '../../support/weekly-lab';

const sent = useSentMail();
const { box, readers, tell, wait } = sent;

it('a skipped day that is held after all is told once, to those who were told that it would not be', async () => {
  const { lab, skip } = await weeklyLab({ hosts: 2, reps: 2, observers: 0 });
  await chooseMail(lab.reps[1]!.id, { session_cancelled: false });
  await skip(0, 2);
  await tell();
  await box.has(2);
  await skip(2);
  await skip(2);
  await tell();
  const [, , ...back] = await box.has(4);
  const told = mailsOf([lab.hosts[1]!, lab.reps[0]!]);
  expect(readers()).toEqual([...told, ...told].sort());
  for (const { subject, text, html, headers } of back) {
    expect(subject).toMatch(/^Held after all: Edgework, \w+day \d+ \w+, 12:00$/);
    for (const part of [text, html]) expect(part).toContain('It was cancelled, and is held after all: session 2.');
    expect(JSON.stringify(headers.get('list'))).toContain('https://lab.example/api/mail/off/');
  }
  // The other day is told by no mail of its own a second time.
  expect(await outboxRows()).toHaveLength(4);
});

it('a skipped day that is held at another hour is one mail: held after all, or moved; and none to who joined meanwhile', async () => {
  const { lab, skip, change } = await weeklyLab({ hosts: 1, reps: 2, observers: 0 });
  const [heard, unasked] = lab.reps;
  await chooseMail(unasked!.id, { session_cancelled: false });
  const [first, ...others] = await sessionsOf(lab.labId);
  await skip(0);
  await tell();
  await box.has(1);
  const joined = await addPerson(lab.labId, 'rep');
  await sent.mail.close();
  await change({ localTime: '13:30' });
  const rows = await sqlClient()<{ userId: string; kind: string; ids: string[] }[]>`
    select user_id as "userId", kind, array(select entry ->> 'sessionId' from
      jsonb_array_elements(coalesce(data -> 'moves', data -> 'sessions')) entry) as ids
    from outbox where lab_id = ${lab.labId} and sent_at is null`;
  const mailsOfIt = ({ id }: { id: string }) =>
    rows.filter(({ userId, ids }) => userId === id && ids.includes(first!.id)).map(({ kind }) => kind);
  expect(mailsOfIt(heard!)).toEqual(['session_cancelled']);
  expect(mailsOfIt(unasked!)).toEqual(['session_moved']);
  expect(mailsOfIt(joined)).toEqual([]);
  // The others were moved for everybody.
  const moved = rows.filter(({ kind }) => kind === 'session_moved');
  expect(new Set(moved.map(({ userId }) => userId))).toEqual(new Set([heard!.id, unasked!.id, joined.id]));
  for (const { ids } of moved) expect(ids).toEqual(expect.arrayContaining(others.map(({ id }) => id)));
  sent.begin(false);
});

it('a host who cancelled is told once another host holds the session after all', async () => {
  const { lab, host, holdAll, skip } = await weeklyLab({ hosts: 2, reps: 1, observers: 0 });
  await skip(0);
  await tell();
  await box.has(2);
  await holdAll(lab.hosts[1]!);
  await tell();
  const [, , ...back] = await box.has(4);
  for (const { subject } of back) expect(subject).toMatch(/^Held after all: Edgework, /);
  expect(readers().filter((to) => to === `${host.userId}@example.com`)).toHaveLength(1);
  expect(readers()).toEqual(mailsOf([...lab.hosts, ...lab.reps, ...lab.reps]));
});

it('a day that a host cancelled by hand, and another session is made for, is told as held after all', async () => {
  const { lab, host, skip } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  const [session] = await sessionsOf(lab.labId);
  await cancelByHand(host, session!.id);
  await skip(0);
  await tell();
  await box.has(1);
  await skip();
  await tell();
  const [, back] = await box.has(2);
  expect(back!.subject).toMatch(/^Held after all: Edgework, /);
  // A single session at the same instant, in the place of the new one, before anything more was sent.
  const [second] = await sqlClient()<{ id: string }[]>`
    select id from sessions where lab_id = ${lab.labId} and status = 'scheduled' and starts_at = ${session!.startsAt}`;
  expect(second!.id).not.toBe(session!.id);
  await cancelByHand(host, second!.id);
  await scheduleSession(host, { startsAt: new Date(session!.startsAt), durationMinutes: 90, callUrl: null });
  await tell();
  expect(await dropped()).toEqual([]);
  expect(box.mails).toHaveLength(2);
});

it('who last heard that a day is cancelled hears that it is held, though it was cancelled again before they heard so', async () => {
  const { lab, skip } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  await skip(0);
  await tell();
  await box.has(1);
  await sent.mail.close();
  await skip();
  await skip(0);
  sent.begin();
  await wait(2);
  expect(await dropped()).toEqual(['out_of_date']);
  await skip();
  await tell();
  expect((await box.has(2))[1]!.subject).toMatch(/^Held after all: Edgework, /);
  // Now they have heard it: cancelled and back before a mail left is told to nobody.
  await skip(0);
  await skip();
  await tell();
  await dropped();
  // What waits to be told already is not told twice.
  await skip(0);
  await tell();
  await box.has(3);
  await sent.mail.close();
  await skip();
  await skip(0);
  await skip();
  sent.begin();
  await tell();
  await dropped();
  expect(box.mails.map(({ subject }) => subject!.split(':')[0])).toEqual([
    'Cancelled',
    'Held after all',
    'Cancelled',
    'Held after all',
  ]);
  expect(readers()).toEqual(Array(4).fill(mailsOf(lab.reps)[0]));
});

/** At an hour (UTC) of the day of a session. */
const atHour = (session: { startsAt: string }, hour: number) => ({
  startsAt: new Date(`${new Date(session.startsAt).toISOString().slice(0, 10)}T${hour}:00Z`),
  durationMinutes: 90,
  callUrl: null,
});

it('a day that a host cancelled by hand and the schedule holds again at another hour is told once, to who heard that it is off', async () => {
  const { lab, host, skip, change } = await weeklyLab({ hosts: 2, reps: 2, observers: 0 });
  await chooseMail(lab.reps[1]!.id, { session_cancelled: false });
  const [session] = await sessionsOf(lab.labId);
  await cancelByHand(host, session!.id);
  await skip(0);
  await tell();
  await box.has(2);
  const joined = await addPerson(lab.labId, 'rep');
  await change({ localTime: '13:30' });
  await tell();
  await dropped();
  const mails = box.mails.slice(2);
  const told = (subject: RegExp) =>
    mails
      .filter((mail) => subject.test(mail.subject!))
      .map(({ to }) => [to!].flat()[0]!.text)
      .sort();
  expect(told(/^Held after all: Edgework, \w+day \d+ \w+, 13:30$/)).toEqual(mailsOf([lab.hosts[1]!, lab.reps[0]!]));
  // The other days have moved for everybody; that one for who had not heard that it is off.
  expect(told(/^Edgework meets at other times$/)).toEqual(mailsOf([lab.hosts[1]!, ...lab.reps, joined]));
  expect(mails).toHaveLength(6);
  for (const { subject, text, to } of mails) {
    const many = [to!].flat()[0]!.text === `${lab.reps[1]!.id}@example.com` ? 'Eight' : 'Seven';
    if (subject!.startsWith('Edgework')) expect(text).toContain(`${many} sessions were moved.`);
  }
});

it('a single session at another hour of a day that is off is told once as held after all, and as cancelled where nobody had heard so', async () => {
  const { lab, host, skip } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  const [first, second] = await sessionsOf(lab.labId);
  await skip(0);
  await tell();
  await box.has(1);
  await addPerson(lab.labId, 'rep');
  await scheduleSession(host, atHour(first!, 15));
  // With one that meets that day already, no other is what was cancelled.
  await scheduleSession(host, atHour(first!, 18));
  await tell();
  expect((await box.has(2))[1]!.subject).toMatch(/^Held after all: Edgework, \w+day \d+ \w+, 15:00$/);
  await cancelByHand(host, second!.id);
  await sent.mail.plan();
  await scheduleSession(host, atHour(second!, 10));
  await tell();
  await box.has(4);
  expect(await dropped()).toEqual([]);
  // The mail that was still to leave names the hour itself.
  for (const { subject, text } of box.mails.slice(2)) {
    expect(subject).toBe(box.mails[2]!.subject);
    expect(subject).toMatch(/^Cancelled: Edgework, /);
    expect(text).toMatch(/The next one is session 4, \w+day \d+ \w+, 10:00,\s+UTC\./);
  }
  expect(box.mails).toHaveLength(4);
});

it('a cancellation that is just being queued was heard by nobody: it alone goes, with the hour that comes instead', async () => {
  const { lab, host } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  const [session] = await sessionsOf(lab.labId);
  await cancelByHand(host, session!.id);
  await sent.mail.plan();
  await sqlClient().begin(async (sql) => {
    expect(await sql`update outbox set queued_at = null where lab_id = ${lab.labId} returning id`).toHaveLength(1);
    await scheduleSession(host, atHour(session!, 15));
  });
  await tell();
  const [read] = await box.has(1);
  expect(await dropped()).toEqual([]);
  expect(box.mails.map(({ subject }) => subject!.split(':')[0])).toEqual(['Cancelled']);
  expect(read!.text).toMatch(/The next one is session 2, \w+day \d+ \w+, 15:00,\s+UTC\./);
});

it('a cancellation that is just being sent counts as heard: that the day is held goes too', async () => {
  const { lab, host } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  const [session] = await sessionsOf(lab.labId);
  await cancelByHand(host, session!.id);
  await sent.mail.plan();
  await sqlClient().begin(async (sql) => {
    // As `settleMail` does.
    const [mail] = await sql<{ id: string }[]>`select id from outbox where lab_id = ${lab.labId} for update`;
    await sql`update outbox set sent_at = now(), data = '{}' where id = ${mail!.id}`;
    await scheduleSession(host, atHour(session!, 15));
  });
  await tell();
  const [back] = await box.has(1);
  expect(await dropped()).toEqual([]);
  expect(back!.subject).toMatch(/^Held after all: Edgework, \w+day \d+ \w+, 15:00$/);
});

it('who heard that a day is off, then that it is held at another hour, hears each change of it once', async () => {
  const { lab, host, skip } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  const [session] = await sessionsOf(lab.labId);
  await skip(0);
  await tell();
  const there = (await scheduleSession(host, atHour(session!, 15)))!;
  await tell();
  await box.has(2);
  await knownToAll(lab.labId);
  await cancelByHand(host, there);
  await scheduleSession(host, atHour(session!, 16));
  await tell();
  await box.has(3);
  expect(await dropped()).toEqual([]);
  expect(box.mails.map(({ subject }) => subject!.replace(/, \w+day \d+ \w+/, ''))).toEqual([
    'Cancelled: Edgework, 12:00',
    'Held after all: Edgework, 15:00',
    'Cancelled: Edgework, 15:00',
  ]);
  expect(box.mails[2]!.text).toMatch(/The next one is session 2, \w+day \d+ \w+, 16:00,\s+UTC\./);
});

it('that a day is held after all is told with the hour that holds as the mail leaves', async () => {
  const { lab, skip, change } = await weeklyLab({ hosts: 1, reps: 1, observers: 0 });
  const [heard] = lab.reps;
  await skip(0);
  await tell();
  await box.has(1);
  const heldAs = async (...hours: string[]) => {
    for (const localTime of hours) await change({ localTime });
    await sent.mail.plan();
    await tell();
    await dropped();
    const mails = box.mails.splice(1);
    expect(mails.map(({ to }) => [to!].flat()[0]!.text)).toEqual(mails.map(() => `${heard!.id}@example.com`));
    return mails.map(({ subject }) => subject!.replace(/, \w+day \d+ \w+/, '')).sort();
  };
  expect(await heldAs('15:00', '12:00')).toEqual(['Held after all: Edgework, 12:00']);
  // Cancelled again before a mail of that left, and held at another hour.
  await skip(0);
  expect(await heldAs('12:00')).toEqual([]);
  await skip(0);
  await tell();
  await box.has(2);
  box.mails.pop();
  await change({});
  await skip(0);
  expect(await heldAs('13:30')).toEqual(['Edgework meets at other times', 'Held after all: Edgework, 13:30']);
});
