import { afterEach, expect, it, vi } from 'vitest';
import { database, sqlClient } from '@/db/connection';
import { askToConfirm, emailLinkByToken, spendEmailLink } from '@/db/email-links';
import { inviteByMail } from '@/db/invite-by-mail';
import { leave } from '@/db/leaving';
import { addressHash, turnMail, wantsMail } from '@/db/mail-choices';
import { putMail } from '@/db/outbox';
import { mailResetLink, passwordLinkByToken } from '@/db/password-links';
import type { Mail } from '@/server/mail/mail';
import { useTestDatabase } from '../../support/database';
import { hostOf } from '../../support/guests';
import { makeLab } from '../../support/lab';
import { startMail } from '../../support/mail';
import { makeAccount } from '../../support/people';
import { useMailBox } from '../../support/use-mail-box';

const testDatabase = useTestDatabase();
const box = useMailBox();
let mail: Mail;

afterEach(() => mail.close());

const arrived = async (count: number) => {
  mail = startMail(testDatabase.url, { SMTP_URL: box.url });
  return box.has(count);
};
const tokenIn = (text = '', path: string) => new RegExp(`https://lab\\.example/${path}/(\\S+)`).exec(text)![1]!;

it('a link to a new password arrives at PUBLIC_URL, and opens', async () => {
  const account = await makeAccount();
  await mailResetLink(account.email);
  const [read] = await arrived(1);
  expect(read!.subject).toBe('A new password for Whetstone');
  expect(read!.text).toContain('holds for an hour');
  expect(await passwordLinkByToken(tokenIn(read!.text, 'password'))).toMatchObject({ state: 'open' });
});

it('a link that confirms an address arrives there, opens, and the old address is told', async () => {
  const account = await makeAccount();
  await askToConfirm({ userId: account.id, email: 'moved@example.com' });
  const [asked] = await arrived(1);
  expect([asked!.to!].flat()[0]!.text).toBe('moved@example.com');
  const token = tokenIn(asked!.text, 'email');
  expect(await emailLinkByToken(token)).toMatchObject({ state: 'open', email: 'moved@example.com' });
  await spendEmailLink(token);
  mail.look();
  const told = (await box.has(2)).at(-1)!;
  expect([told.to!].flat()[0]!.text).toBe(account.email);
  expect(told.text).toContain('moved@example.com');
});

it.each([
  ['with a line break', 'Ruth\r\nBcc: everyone@example.com\r\n\r\nHello'],
  ['very long', 'Ruth '.repeat(20).trim()],
  ['written from right to left', 'רותי אדמי'],
  ['that turns the line around', 'Ruth \u202egnp.exe'],
  ['like an address', '"Ruth" <other@example.com>, x@example.com'],
])('an invitation by somebody with a name %s is one mail to one reader', async (_, name) => {
  const lab = await makeLab();
  await sqlClient()`update users set name = ${name} where id = ${lab.hosts[0]!.id}`;
  await sqlClient()`update labs set name = ${name} where id = ${lab.labId}`;
  const host = await hostOf(lab);
  const expiresAt = new Date(Date.now() + 86_400_000);
  await database().transaction((tx) => inviteByMail(tx, host, { to: 'noor@example.com', role: 'rep', expiresAt }));
  const [read] = await arrived(1);
  expect([read!.to!].flat().map(({ text }) => text)).toEqual(['noor@example.com']);
  expect(read!.bcc).toBeUndefined();
  expect(read!.from!.value).toHaveLength(1);
  expect(read!.from!.value[0]!.address).toBe('whetstone@localhost');
  expect(read!.subject).toMatch(/invites you to/);
  expect(read!.subject).not.toMatch(/[\r\n\u202e]/);
  expect(box.mails).toHaveLength(1);
});

it('whoever reads an address turns off what comes there, kind by kind, without an account', async () => {
  const host = await hostOf(await makeLab());
  const expiresAt = new Date(Date.now() + 86_400_000);
  const invite = (to: string) => database().transaction((tx) => inviteByMail(tx, host, { to, role: 'rep', expiresAt }));
  await invite('reader@example.com');
  const [read] = await arrived(1);
  expect(read!.text).not.toContain('/me#mail');
  const token = tokenIn(read!.text, 'mail/off');
  expect(token).not.toContain('reader');
  const link = mail.readOffLink(token)!;
  expect(link).toEqual({ reader: { addressHash: addressHash('reader@example.com') }, kind: 'invitation' });
  expect(mail.readOffLink(token.replace('invitation', 'answer'))).toBeUndefined();
  await turnMail(link.reader, link.kind, false);
  expect(await wantsMail(link.reader, 'email_confirmation')).toBe(true);

  await invite('reader@example.com');
  await invite('another@example.com');
  mail.look();
  const last = (await box.has(2)).at(-1)!;
  expect([last.to!].flat().map(({ text }) => text)).toEqual(['another@example.com']);
  const dropped = () => sqlClient()`select "to" from outbox where dropped = 'turned_off'`;
  // The two are sent side by side: it is the one that waits for the other.
  await vi.waitFor(async () => expect((await dropped()).map(({ to }) => to)).toEqual(['reader@example.com']), {
    timeout: 10_000,
  });
  await turnMail(link.reader, link.kind, true);
  await invite('reader@example.com');
  mail.look();
  await box.has(3);
  expect(await dropped()).toHaveLength(1);
});

it('who has deleted their account still has what concerns it, and nothing of their labs', async () => {
  const { labId, sessionId, reps } = await makeLab();
  const { id } = reps[0]!;
  const email = `${id}@example.com`;
  await askToConfirm({ userId: id, email: 'leaver@example.com' });
  const [asked] = await sqlClient()<{ data: { token: string } }[]>`select data from outbox where user_id = ${id}`;
  await leave(id);
  await mailResetLink(email);
  const startsAt = new Date().toISOString();
  const about = { to: email, userId: id, labId, sessionId, data: { startsAt } };
  await putMail(database(), { kind: 'reminder_day', key: 'reminder_day:leaver', ...about });
  await arrived(2);
  await spendEmailLink(asked!.data.token);
  mail.look();
  const subjects = (await box.has(3)).map(({ subject }) => subject);
  expect(subjects.toSorted()).toEqual([
    'A new password for Whetstone',
    'Confirm your address',
    'Your account has another address now',
  ]);
  const dropped = await sqlClient()`select kind from outbox where dropped = 'turned_off'`;
  expect(dropped).toMatchObject([{ kind: 'reminder_day' }]);
});

it('a link to a new password is turned off like other mail', async () => {
  const account = await makeAccount();
  await mailResetLink(account.email);
  const [read] = await arrived(1);
  const link = mail.readOffLink(tokenIn(read!.text, 'mail/off'))!;
  expect(link).toEqual({ reader: { userId: account.id }, kind: 'password_reset' });
  await turnMail(link.reader, link.kind, false);
  await mailResetLink(account.email);
  mail.look();
  await expect
    .poll(async () => (await sqlClient()`select dropped from outbox where dropped is not null`).length)
    .toBe(1);
  expect(box.mails).toHaveLength(1);
});
