import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sqlClient } from '@/db/connection';
import { bringLabBack, deleteLab } from '@/db/lab-deletion';
import { archiveLab, restoreLab } from '@/db/lab-settings';
import { chooseMail } from '@/db/mail-choices';
import { saveSchedule } from '@/db/schedule-changes';
import { changeSession, scheduleSession } from '@/db/session-schedule';
import type { ScheduleRule } from '@/domain/schedule';
import { wallClock } from '@/domain/time-zone';
import type { Mail } from '@/server/mail/mail';
import { useTestDatabase } from '../../support/database';
import { hostOf } from '../../support/guests';
import { makeLab } from '../../support/lab';
import { outboxRows, startMail } from '../../support/mail';
import { useMailBox } from '../../support/use-mail-box';

const testDatabase = useTestDatabase();
const DAY_MS = 86_400_000;
const box = useMailBox();
let mail: Mail;

beforeEach(() => {
  mail = startMail(testDatabase.url, { SMTP_URL: box.url });
});
afterEach(() => mail.close());

const readers = () => box.mails.map(({ to }) => [to!].flat()[0]!.text).sort();
const mailsOf = (people: { id: string }[]) => people.map(({ id }) => `${id}@example.com`).sort();

/** Everybody waited as long as a mail does that tells of the lab. */
async function tenMinutesOn(): Promise<void> {
  const past = (column: string) => sqlClient()`${sqlClient()(column)} - interval '11 minutes'`;
  await sqlClient()`update outbox set due_at = ${past('due_at')} where sent_at is null and dropped_at is null`;
  for (const column of ['archived_at', 'deleted_at']) {
    await sqlClient()`update labs set ${sqlClient()(column)} = ${past(column)} where ${sqlClient()(column)} is not null`;
  }
  mail.look();
}

/** Once every mail is sent or dropped: why those that were dropped were. */
async function dropped(): Promise<string[]> {
  return vi.waitFor(
    async () => {
      const rows = await outboxRows();
      expect(rows.every((row) => row.sent || row.dropped)).toBe(true);
      return rows.flatMap((row) => row.dropped ?? []);
    },
    { timeout: 15_000, interval: 50 },
  );
}

it('a session that a host moves is told to all the others, with the time that it was at and the one it is at', async () => {
  const lab = await makeLab({ hosts: 2, reps: 1, observers: 1 });
  const host = await hostOf(lab);
  const to = { durationMinutes: 90, callUrl: null };
  const sessionId = (await scheduleSession(host, { ...to, startsAt: new Date('2031-01-09T16:00Z') }))!;
  await changeSession(host, sessionId, { ...to, startsAt: new Date('2031-01-10T17:30Z') });
  mail.look();
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

it('a day that a host skips is told as cancelled, with the session that comes instead', async () => {
  const lab = await makeLab({ hosts: 1, reps: 1, observers: 0 });
  const host = await hostOf(lab);
  const soon = new Date(Date.now() + 2 * DAY_MS);
  const rule: ScheduleRule = {
    fromDay: wallClock(new Date(), 'UTC').day,
    everyWeeks: 1,
    weekday: soon.getUTCDay() || 7,
    localTime: '12:00',
    timeZone: 'UTC',
    durationMinutes: 90,
  };
  await saveSchedule(host, rule, []);
  await saveSchedule(host, rule, [wallClock(soon, 'UTC').day]);
  await mail.plan();
  const [read] = await box.has(1);
  expect(readers()).toEqual(mailsOf(lab.reps));
  expect(read!.subject).toMatch(/^Cancelled: Edgework, \w+day \d+ \w+, 12:00$/);
  expect(read!.text).toMatch(
    /Session \d is cancelled\.\nThe next one is session \d, .*, 12:00, UTC\. What waited\s+goes there/,
  );
  expect(read!.html).toContain('Session 2 is cancelled.');
});

it('an archived lab tells its members what is not held, and once it is back, that it is', async () => {
  const lab = await makeLab({ hosts: 1, reps: 2, observers: 0 });
  const host = await hostOf(lab);
  const startsAt = new Date('2031-01-09T16:00Z');
  await scheduleSession(host, { startsAt, durationMinutes: 90, callUrl: null });
  await chooseMail(lab.reps[1]!.id, { session_cancelled: false });
  expect(await archiveLab(host)).toBe('archived');
  expect((await outboxRows()).map(({ sent }) => sent)).toEqual([false, false]);
  await tenMinutesOn();
  const [away] = await box.has(1);
  expect(await dropped()).toEqual(['turned_off']);
  expect(away).toMatchObject({ subject: 'Edgework is archived' });
  expect(away!.text).toContain('Session 2, Thursday 9 January, 17:00, Berlin time, is not held.');
  expect(await restoreLab(host)).toBe(true);
  await tenMinutesOn();
  const [, back] = await box.has(2);
  expect(await dropped()).toEqual(['turned_off', 'turned_off']);
  expect(back).toMatchObject({ subject: 'Edgework is back' });
  expect(back!.text).toContain('It meets next on Thursday 9 January, 17:00, Berlin time: session 2.');
  expect(readers()).toEqual(mailsOf([lab.reps[0]!, lab.reps[0]!]));
});

it('a deleted lab tells its members what is not held, and once a host has brought it back, that it is', async () => {
  const lab = await makeLab({ hosts: 2, reps: 2, observers: 0 });
  const host = await hostOf(lab);
  await scheduleSession(host, { startsAt: new Date('2031-01-09T16:00Z'), durationMinutes: 90, callUrl: null });
  await chooseMail(lab.reps[1]!.id, { session_cancelled: false });
  await deleteLab(host);
  await tenMinutesOn();
  await box.has(2);
  expect(await dropped()).toEqual(['turned_off']);
  expect(readers()).toEqual(mailsOf([lab.hosts[1]!, lab.reps[0]!]));
  for (const { subject, text } of box.mails) {
    expect(subject).toBe('Edgework is deleted');
    expect(text).toContain('Session 2, Thursday 9 January, 17:00, Berlin time, is not held.');
    expect(text).toMatch(/For fourteen days a host can\s+bring it back/);
    expect(text).not.toContain('/labs/');
  }
  expect(await bringLabBack(lab.hosts[1]!.id, lab.labId)).toBe(true);
  await tenMinutesOn();
  const mails = await box.has(4);
  expect(mails.slice(2).map(({ subject }) => subject)).toEqual(['Edgework is back', 'Edgework is back']);
  expect(mails[3]!.text).toContain('It meets next on Thursday 9 January, 17:00, Berlin time: session 2.');
});

it('a deleted lab that is back within minutes has told nobody', async () => {
  const lab = await makeLab({ hosts: 1, reps: 1, observers: 0 });
  const host = await hostOf(lab);
  await scheduleSession(host, { startsAt: new Date('2031-01-09T16:00Z'), durationMinutes: 90, callUrl: null });
  await deleteLab(host);
  await bringLabBack(host.userId, lab.labId);
  await tenMinutesOn();
  expect(await dropped()).toEqual(['out_of_date']);
  expect(box.mails).toEqual([]);
});

it('an archived lab tells of a session that was to begin before the mail leaves', async () => {
  const host = await hostOf(await makeLab({ hosts: 1, reps: 1, observers: 0 }));
  const soon = new Date(Date.now() + 2_000);
  await scheduleSession(host, { startsAt: soon, durationMinutes: 90, callUrl: null });
  await archiveLab(host);
  await sqlClient()`update sessions set starts_at = now() where starts_at = ${soon.toISOString()}`;
  await tenMinutesOn();
  expect(await dropped()).toEqual([]);
  expect(box.mails[0]!.text).toContain('is not held.');
});

it('members who last heard that a lab is archived hear that it is back, however often it came and went', async () => {
  const host = await hostOf(await makeLab({ hosts: 1, reps: 1, observers: 0 }));
  await scheduleSession(host, { startsAt: new Date('2031-01-09T16:00Z'), durationMinutes: 90, callUrl: null });
  await archiveLab(host);
  await tenMinutesOn();
  await box.has(1);
  await restoreLab(host);
  await archiveLab(host);
  await sqlClient()`update outbox set due_at = now() where key like '%:back:%'`;
  mail.look();
  await vi.waitFor(async () => expect((await outboxRows()).filter((row) => row.dropped)).toHaveLength(1));
  await restoreLab(host);
  await tenMinutesOn();
  await dropped();
  const subjects = ['Edgework is archived', 'Edgework is back'];
  expect(box.mails.map(({ subject }) => subject)).toEqual(subjects);
  // They have heard it: another time within minutes is told to nobody.
  await archiveLab(host);
  await restoreLab(host);
  await tenMinutesOn();
  await dropped();
  expect(box.mails.map(({ subject }) => subject)).toEqual(subjects);
});

it('a lab that is back within minutes has told nobody, and one with nothing ahead has nothing to tell', async () => {
  const slip = await hostOf(await makeLab({ hosts: 1, reps: 1, observers: 0 }));
  const startsAt = new Date('2031-01-09T16:00Z');
  await scheduleSession(slip, { startsAt, durationMinutes: 90, callUrl: null });
  await archiveLab(slip);
  expect(await restoreLab(slip)).toBe(true);
  await archiveLab(await hostOf(await makeLab({ hosts: 1, reps: 1, observers: 0 })));
  expect(await outboxRows()).toHaveLength(2);
  await tenMinutesOn();
  expect(await dropped()).toEqual(['out_of_date', 'out_of_date']);
  expect(box.mails).toEqual([]);
});
