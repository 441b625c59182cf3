import { describe, expect, test } from 'vitest';
import { database, sqlClient } from '@/db/connection';
import {
  createPasswordLink,
  MAILED_LINK_MS,
  mailResetLink,
  passwordLinkByToken,
  PASSWORD_LINK_MS,
  spendPasswordLink,
} from '@/db/password-links';
import { askToConfirm, spendEmailLink } from '@/db/email-links';
import { linkIdentity, personOfIdentity } from '@/db/identities';
import { deleteLab } from '@/db/lab-deletion';
import { changeRole } from '@/db/members';
import { accountByEmail, accountById } from '@/db/people';
import { members } from '@/db/schema';
import { accountOfSignIn, beginSignIn } from '@/db/sign-ins';
import { useTestDatabase } from '../support/database';
import { makeAccount, makeEmptyLab, makeMember } from '../support/people';

useTestDatabase();

async function linkFor(now = new Date()) {
  const lab = await makeEmptyLab();
  const [host, rep] = [await makeMember(lab, 'host'), await makeMember(lab, 'rep')];
  const made = await createPasswordLink(host, rep.userId, now);
  if ('refused' in made) throw new Error(made.refused);
  return { lab, host, rep, token: made.token };
}

describe('a link to a new password', () => {
  test('works once, also when it is used twice at once, and signs out everywhere', async () => {
    const { rep, token } = await linkFor();
    const claim = { userId: rep.userId, signInId: await beginSignIn(rep.userId, 'Firefox on Windows') };
    expect(await accountOfSignIn(claim)).toBeDefined();
    const used = await Promise.all([spendPasswordLink(token, 'one'), spendPasswordLink(token, 'two')]);
    expect(used.filter(Boolean)).toEqual([{ userId: rep.userId }]);
    const account = await accountById(rep.userId);
    expect(await accountOfSignIn(claim)).toBeUndefined();
    expect(['one', 'two']).toContain((await accountByEmail(account?.email ?? ''))?.passwordHash);
    expect(await passwordLinkByToken(token)).toMatchObject({ state: 'used' });
  });

  test('holds for a day', async () => {
    const { token } = await linkFor(new Date(Date.now() - PASSWORD_LINK_MS - 1000));
    expect(await passwordLinkByToken(token)).toMatchObject({ state: 'expired' });
    expect(await spendPasswordLink(token, 'late')).toBeUndefined();
  });

  test('is ended by a newer one', async () => {
    const { host, rep, token } = await linkFor();
    await createPasswordLink(host, rep.userId);
    expect(await passwordLinkByToken(token)).toBeUndefined();
    expect(await spendPasswordLink(token, 'old')).toBeUndefined();
  });

  test("is not made for a stranger, nor for who is in a lab that this host doesn't host", async () => {
    const { host, rep } = await linkFor();
    const stranger = await makeMember(await makeEmptyLab(), 'rep');
    expect(await createPasswordLink(host, stranger.userId)).toEqual({ refused: 'not_found' });

    const other = await makeEmptyLab();
    await database().insert(members).values({ labId: other.id, userId: rep.userId, role: 'host' });
    expect(await createPasswordLink(host, rep.userId)).toEqual({ refused: 'other_lab' });
    await database().insert(members).values({ labId: other.id, userId: host.userId, role: 'host' });
    expect(await createPasswordLink(host, rep.userId)).toHaveProperty('token');
  });

  test('is told to whom it is for, without the link itself', async () => {
    const { host, rep, token } = await linkFor();
    const { name } = (await accountById(host.userId))!;
    const mails = await sqlClient()`select kind, lab_id, data from outbox where user_id = ${rep.userId}`;
    expect([...mails]).toEqual([{ kind: 'password_link', lab_id: null, data: { by: name, lab: host.lab.name } }]);
    expect(JSON.stringify(mails)).not.toContain(token);
  });

  test('is not made for oneself: it would pass for one that was mailed', async () => {
    const { host } = await linkFor();
    expect(await createPasswordLink(host, host.userId)).toEqual({ refused: 'own' });
  });

  test("opens nothing once who it is for is in a lab that its maker doesn't host, and says so", async () => {
    const { host, rep, token } = await linkFor();
    const other = await makeEmptyLab();
    await database().insert(members).values({ labId: other.id, userId: rep.userId, role: 'rep' });
    expect(await passwordLinkByToken(token)).toMatchObject({ state: 'other_lab', madeBy: 'Somebody' });
    expect(await spendPasswordLink(token, 'taken')).toBeUndefined();
    await database().insert(members).values({ labId: other.id, userId: host.userId, role: 'host' });
    expect(await passwordLinkByToken(token)).toMatchObject({ state: 'open' });
    expect(await spendPasswordLink(token, 'given')).toEqual({ userId: rep.userId });
  });

  test('opens nothing once its maker is no host any more', async () => {
    const { lab, host, token } = await linkFor();
    const second = await makeMember(lab, 'host');
    await changeRole(second, host.userId, 'rep');
    expect(await spendPasswordLink(token, 'taken')).toBeUndefined();
  });

  test('counts a lab that was deleted, and may come back, like any other', async () => {
    const { host, rep, token } = await linkFor();
    const other = await makeEmptyLab();
    const owner = await makeMember(other, 'host');
    await database().insert(members).values({ labId: other.id, userId: rep.userId, role: 'rep' });
    await deleteLab(owner);
    expect(await createPasswordLink(host, rep.userId)).toEqual({ refused: 'other_lab' });
    expect(await spendPasswordLink(token, 'taken')).toBeUndefined();
    const mine = await linkFor();
    await deleteLab(mine.host);
    expect(await spendPasswordLink(mine.token, 'given')).toEqual({ userId: mine.rep.userId });
  });

  test('leaves the providers that are linked', async () => {
    const { rep, token } = await linkFor();
    const identity = { issuer: 'https://id.example', subject: rep.userId };
    await linkIdentity(rep.userId, identity);
    await spendPasswordLink(token, 'new');
    expect(await personOfIdentity(identity)).toBe(rep.userId);
  });
});

describe('a link that is mailed', () => {
  const mailed = async (email: string) => {
    const [row] = await sqlClient()<{ data: { token: string } }[]>`
      select data from outbox where "to" = ${email} and kind = 'password_reset' order by created_at desc, id desc limit 1`;
    return row?.data.token;
  };
  const confirmed = async (userId: string) => {
    const [row] = await sqlClient()`select email_confirmed_at is not null as done from users where id = ${userId}`;
    return row!.done as boolean;
  };

  test('goes to the address of an account, and of nobody else', async () => {
    const account = await makeAccount();
    await mailResetLink(account.email);
    await mailResetLink('nobody@example.com');
    expect(await passwordLinkByToken((await mailed(account.email))!)).toMatchObject({
      state: 'open',
      email: account.email,
      madeBy: undefined,
    });
    expect(await mailed('nobody@example.com')).toBeUndefined();
  });

  test('is kept as a hash alone, holds for an hour, works once, and shows whose the address is', async () => {
    const account = await makeAccount();
    const signInId = await beginSignIn(account.id, 'Firefox on Windows');
    await mailResetLink(account.email, new Date(Date.now() - MAILED_LINK_MS - 1000));
    expect(await spendPasswordLink((await mailed(account.email))!, 'late')).toBeUndefined();
    await mailResetLink(account.email);
    const token = (await mailed(account.email))!;
    expect(JSON.stringify(await sqlClient()`select * from password_links`)).not.toContain(token);
    expect(await confirmed(account.id)).toBe(false);
    expect(await spendPasswordLink(token, 'new')).toEqual({ userId: account.id });
    expect(await spendPasswordLink(token, 'again')).toBeUndefined();
    expect(await accountOfSignIn({ userId: account.id, signInId })).toBeUndefined();
    expect(await confirmed(account.id)).toBe(true);
  });

  test('unlinks every provider: somebody else may have linked theirs', async () => {
    const [account, other] = [await makeAccount(), await makeAccount()];
    const identities = [account, other].map(({ id }) => ({ issuer: 'https://id.example', subject: id }));
    await linkIdentity(account.id, identities[0]!);
    await linkIdentity(other.id, identities[1]!);
    await mailResetLink(account.email);
    await spendPasswordLink((await mailed(account.email))!, 'new');
    expect(await personOfIdentity(identities[0]!)).toBeUndefined();
    expect(await personOfIdentity(identities[1]!)).toBe(other.id);
  });

  test('ends an address that waits to be confirmed: somebody else may have asked for it', async () => {
    const account = await makeAccount();
    await askToConfirm({ userId: account.id, email: 'thief@example.com' });
    const [asked] = await sqlClient()<{ data: { token: string } }[]>`
      select data from outbox where "to" = 'thief@example.com'`;
    await mailResetLink(account.email);
    await spendPasswordLink((await mailed(account.email))!, 'new');
    expect(await spendEmailLink(asked!.data.token)).toBe('closed');
    expect((await accountById(account.id))!.email).toBe(account.email);
  });

  test('ends the others once a password was set', async () => {
    const account = await makeAccount();
    await mailResetLink(account.email);
    const first = (await mailed(account.email))!;
    await mailResetLink(account.email);
    const second = (await mailed(account.email))!;
    await spendPasswordLink(first, 'new');
    expect(await spendPasswordLink(second, 'newer')).toBeUndefined();
  });
});
