import { expect, test } from 'vitest';
import { sqlClient } from '@/db/connection';
import { isLinked, linkIdentity, personOfIdentity, unlinkIdentities } from '@/db/identities';
import { createInvitation, invitationByToken } from '@/db/invitations';
import { accountById } from '@/db/people';
import { enter } from '@/server/auth/enter';
import { vouchedFor, type Vouched } from '@/server/auth/oidc';
import { useTestDatabase } from '../support/database';
import { makeAccount, makeEmptyLab, makeMember } from '../support/people';

useTestDatabase();

const ISSUER = 'https://id.example.com';
let made = 0;

/** Somebody new to the house, for whom the provider vouches. */
function somebody(email?: string, verified = true): Vouched {
  made += 1;
  const identity = { issuer: ISSUER, subject: `subject-${made}` };
  return { identity, email: email ?? `vouched${made}@example.com`, verified, name: 'Noor Vouched' };
}

const confirm = (id: string) => sqlClient()`update users set email_confirmed_at = now() where id = ${id}`;

async function invited() {
  const lab = await makeEmptyLab();
  const host = await makeMember(lab, 'host');
  const expiresAt = new Date(Date.now() + 86_400_000);
  const { token } = await createInvitation(host, { role: 'rep', expiresAt, maxUses: 5 });
  return { lab, token };
}

test('an identity opens the account that it is linked to, whatever its address says by now', async () => {
  const account = await makeAccount();
  const { identity, ...vouched } = somebody();
  await linkIdentity(account.id, identity);
  expect(await enter({ identity, ...vouched, email: 'another@example.com' }, undefined, undefined)).toEqual({
    userId: account.id,
  });
  // The same subject at another provider is somebody else.
  const elsewhere = { ...vouched, identity: { ...identity, issuer: 'https://other.example.com' } };
  expect(await enter(elsewhere, undefined, undefined)).toEqual({ refused: 'not_linked' });
});

test('one that is new opens an account only where both sides are sure of the address', async () => {
  const account = await makeAccount();
  const sure = somebody(account.email);
  const unsure = somebody(account.email, false);
  expect(await enter(sure, undefined, undefined)).toEqual({ refused: 'not_linked' });
  await confirm(account.id);
  expect(await enter(unsure, undefined, undefined)).toEqual({ refused: 'not_linked' });
  expect(await personOfIdentity(sure.identity)).toBeUndefined();
  expect(await enter(sure, undefined, undefined)).toEqual({ userId: account.id });
  expect(await isLinked(account.id, ISSUER)).toBe(true);
  expect(await enter(unsure, undefined, undefined)).toEqual({ refused: 'not_linked' });
});

test('nobody gets an account without an invitation', async () => {
  const vouched = somebody();
  expect(await enter(vouched, undefined, undefined)).toEqual({ refused: 'not_linked' });
  expect(await sqlClient()`select 1 from users where email = ${vouched.email!}`).toEqual([]);
});

test('an invitation makes an account that the identity opens, and no password does', async () => {
  const { token } = await invited();
  const vouched = somebody();
  const entry = await enter(vouched, { join: token }, undefined);
  if (!('userId' in entry)) throw new Error(JSON.stringify(entry));
  expect(await accountById(entry.userId)).toMatchObject({ name: 'Noor Vouched', email: vouched.email });
  const [row] = await sqlClient()`
    select password_hash is null as bare, email_confirmed_at is not null as sure from users where id = ${entry.userId}`;
  expect(row).toEqual({ bare: true, sure: true });
  expect((await invitationByToken(token))?.state).toBe('open');
  expect(await enter(vouched, { join: token }, undefined)).toEqual(entry);
});

test('an invitation takes nobody’s account, is not opened when closed, and asks for an address', async () => {
  const { token } = await invited();
  const account = await makeAccount();
  expect(await enter(somebody(account.email), { join: token }, undefined)).toEqual({ refused: 'email_taken' });
  expect(await enter({ ...somebody(), email: undefined }, { join: token }, undefined)).toEqual({ refused: 'no_email' });
  expect(await enter(somebody(), { join: 'no such token' }, undefined)).toEqual({ refused: 'link_closed' });
});

test('an account is linked by its own person alone, signed in, and to one identity’s one account', async () => {
  const [account, other] = [await makeAccount(), await makeAccount()];
  const vouched = somebody();
  expect(await enter(vouched, { link: account.id }, undefined)).toEqual({ refused: 'signed_out' });
  expect(await enter(vouched, { link: account.id }, other.id)).toEqual({ refused: 'signed_out' });
  expect(await enter(vouched, { link: account.id }, account.id)).toEqual({ linked: true });
  expect(await enter(vouched, { link: other.id }, other.id)).toEqual({ refused: 'linked_elsewhere' });
  expect(await personOfIdentity(vouched.identity)).toBe(account.id);
});

test('the last way in is not taken away', async () => {
  const account = await makeAccount();
  const vouched = somebody();
  await linkIdentity(account.id, vouched.identity);
  await sqlClient()`update users set password_hash = null where id = ${account.id}`;
  expect(await unlinkIdentities(account.id, ISSUER)).toBe(false);
  await sqlClient()`update users set password_hash = 'x' where id = ${account.id}`;
  expect(await unlinkIdentities(account.id, ISSUER)).toBe(true);
  expect(await isLinked(account.id, ISSUER)).toBe(false);
});

test.each([
  [{ iss: `${ISSUER}/`, sub: 'a', email: ' Noor@Example.com', email_verified: true }, 'noor@example.com', true],
  [{ iss: ISSUER, sub: 'a', email: 'noor@example.com', email_verified: 'true' }, 'noor@example.com', true],
  [{ iss: ISSUER, sub: 'a', email: 'noor@example.com', email_verified: 'false' }, 'noor@example.com', false],
  [{ iss: ISSUER, sub: 'a', email: 'noor@example.com' }, 'noor@example.com', false],
  [{ iss: ISSUER, sub: 'a', email: 'no address', email_verified: true }, undefined, false],
])('%j vouches for %s: %s', (profile, email, verified) => {
  expect(vouchedFor(profile)).toMatchObject({ identity: { issuer: ISSUER, subject: 'a' }, email, verified });
});

test('a profile that names nobody vouches for nobody', () => {
  expect(vouchedFor({ sub: 'a' })).toBeUndefined();
  expect(vouchedFor({ iss: ISSUER, sub: '' })).toBeUndefined();
  expect(vouchedFor(undefined)).toBeUndefined();
});
