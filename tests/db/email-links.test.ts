import { describe, expect, test } from 'vitest';
import { database, sqlClient } from '@/db/connection';
import {
  addressToBe,
  askToConfirm,
  changeEmailUnconfirmed,
  EMAIL_LINK_MS,
  emailLinkByToken,
  spendEmailLink,
} from '@/db/email-links';
import { mailResetLink, spendPasswordLink } from '@/db/password-links';
import { setPassword } from '@/db/passwords';
import { useTestDatabase } from '../support/database';
import { makeAccount } from '../support/people';

useTestDatabase();

const mailTo = async (to: string) => {
  const [row] = await sqlClient()<{ kind: string; data: { token: string; address: string } }[]>`
    select kind, data from outbox where "to" = ${to} order by created_at desc, id desc limit 1`;
  return row;
};
const userOf = async (id: string) => {
  const [row] = await sqlClient()<{ email: string; confirmed: boolean }[]>`
    select email, email_confirmed_at is not null as confirmed from users where id = ${id}`;
  return row;
};

async function asked(email?: string, now = new Date()) {
  const account = await makeAccount();
  const to = email ?? account.email;
  await askToConfirm({ userId: account.id, email: to }, database(), now);
  return { account, to, token: (await mailTo(to))!.data.token };
}

let made = 0;
const newAddress = () => `new${(made += 1)}@example.com`;

describe('a link that confirms an address', () => {
  test('says nothing until it is followed, and works once', async () => {
    const { account, token } = await asked();
    expect(await emailLinkByToken(token)).toEqual({ state: 'open', email: account.email, name: account.name });
    expect(await userOf(account.id)).toEqual({ email: account.email, confirmed: false });
    const spent = await Promise.all([spendEmailLink(token), spendEmailLink(token)]);
    expect(spent.sort()).toEqual(['closed', 'confirmed']);
    expect(await userOf(account.id)).toEqual({ email: account.email, confirmed: true });
    expect(await emailLinkByToken(token)).toMatchObject({ state: 'confirmed' });
    await changeEmailUnconfirmed(account.id, newAddress());
    expect(await emailLinkByToken(token)).toMatchObject({ state: 'used' });
  });

  test('makes the new address the account’s only then, and tells the old one', async () => {
    const to = newAddress();
    const { account, token } = await asked(to);
    expect(await userOf(account.id)).toMatchObject({ email: account.email });
    expect(await addressToBe(account.id)).toBe(to);
    await mailResetLink(account.email);
    const reset = (await mailTo(account.email))!.data.token;
    expect(await spendEmailLink(token)).toBe('confirmed');
    expect(await userOf(account.id)).toEqual({ email: to, confirmed: true });
    expect(await addressToBe(account.id)).toBeUndefined();
    expect(await mailTo(account.email)).toMatchObject({ kind: 'address_changed', data: { address: to } });
    // What went to the old address opens nothing any more.
    expect(await spendPasswordLink(reset, 'a hash')).toBeUndefined();
  });

  test('holds for three days, is ended by a newer one, and is kept as a hash alone', async () => {
    const { token } = await asked(newAddress(), new Date(Date.now() - EMAIL_LINK_MS - 1000));
    expect(await emailLinkByToken(token)).toMatchObject({ state: 'expired' });
    expect(await spendEmailLink(token)).toBe('closed');
    const first = await asked();
    await askToConfirm({ userId: first.account.id, email: first.to });
    expect(await emailLinkByToken(first.token)).toBeUndefined();
    expect(await spendEmailLink(first.token)).toBe('closed');
    expect(JSON.stringify(await sqlClient()`select * from email_links`)).not.toContain(first.token);
  });

  test('is ended by a new password, and the address stays what it was', async () => {
    const { account, token } = await asked(newAddress());
    await setPassword(account.id, 'a hash');
    expect(await addressToBe(account.id)).toBeUndefined();
    expect(await spendEmailLink(token)).toBe('closed');
    expect(await userOf(account.id)).toMatchObject({ email: account.email });
  });

  test('takes nobody’s address from them', async () => {
    const other = await makeAccount();
    const { account, token } = await asked(other.email);
    expect(await spendEmailLink(token)).toBe('taken');
    expect(await userOf(account.id)).toMatchObject({ email: account.email });
    expect(await userOf(other.id)).toMatchObject({ email: other.email });
    expect(await emailLinkByToken(token)).toMatchObject({ state: 'open' });
  });
});

test('without a mail server an address changes at once, unconfirmed, unless it is another’s', async () => {
  const [account, other] = [await makeAccount(), await makeAccount()];
  const to = newAddress();
  expect(await changeEmailUnconfirmed(account.id, to)).toBe(true);
  expect(await userOf(account.id)).toEqual({ email: to, confirmed: false });
  expect(await changeEmailUnconfirmed(account.id, other.email)).toBe(false);
  expect(await userOf(account.id)).toMatchObject({ email: to });
});
