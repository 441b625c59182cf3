import { expect, it, vi } from 'vitest';
import { sqlClient } from '@/db/connection';
import { bringLabBack, deleteLab } from '@/db/lab-deletion';
import { archiveLab, restoreLab } from '@/db/lab-settings';
import { chooseMail } from '@/db/mail-choices';
import { scheduleSession } from '@/db/session-schedule';
import { hostOf } from '../../support/guests';
import { makeLab } from '../../support/lab';
import { outboxRows } from '../../support/mail';
import { dropped, mailsOf, useSentMail } from '../../support/sent-mail';

const sent = useSentMail();
const { box, readers, tell, tenMinutesOn, wait } = sent;

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

it('an archived lab with a session within the hour tells each member within two minutes, once', async () => {
  const lab = await makeLab({ hosts: 1, reps: 2, observers: 0 });
  const host = await hostOf(lab);
  for (const minutes of [50, 55]) {
    const startsAt = new Date(Date.now() + minutes * 60_000);
    await scheduleSession(host, { startsAt, durationMinutes: 30, callUrl: null });
  }
  await tell();
  await box.has(6);
  expect(await archiveLab(host)).toBe('archived');
  await sent.mail.plan();
  expect((await outboxRows()).filter(({ sent }) => !sent)).toHaveLength(2);
  await wait(2);
  const told = (await box.has(8)).filter(({ subject }) => subject === 'Edgework is archived');
  expect(told.map(({ to }) => [to!].flat()[0]!.text).sort()).toEqual(mailsOf(lab.reps));
  expect(told[0]!.text).toMatch(/Two sessions are not held\./);
  await tenMinutesOn();
  await tell();
  expect(await dropped()).toEqual([]);
  expect(box.mails.filter(({ subject }) => subject === 'Edgework is archived')).toHaveLength(2);
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
  sent.mail.look();
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
