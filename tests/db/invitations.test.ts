import { describe, expect, test } from 'vitest';
import { sqlClient } from '@/db/connection';
import {
  createInvitation,
  invitationByToken,
  invitationsOf,
  joinByInvitation,
  joinWithNewAccount,
  revokeInvitation,
} from '@/db/invitations';
import { membershipIn } from '@/db/labs';
import { accountByEmail } from '@/db/people';
import { useTestDatabase } from '../support/database';
import { makeAccount, makeEmptyLab, makeMember } from '../support/people';

useTestDatabase();

const DAY_MS = 86_400_000;
const later = () => new Date(Date.now() + DAY_MS);

async function labWithLink(maxUses: number, expiresAt = later()) {
  const lab = await makeEmptyLab();
  const host = await makeMember(lab, 'host');
  const link = await createInvitation(host, { role: 'rep', expiresAt, maxUses });
  return { lab, host, ...link };
}

describe('an invitation link', () => {
  test('is stored as a hash, never as itself', async () => {
    const { token } = await labWithLink(1);
    const [row] =
      await sqlClient()`select count(*)::int as found from invitations where token_hash like ${`%${token}%`}`;
    expect(row).toEqual({ found: 0 });
  });

  test('makes no more members than it has uses, however many come at once', async () => {
    const { lab, host, token } = await labWithLink(3);
    const people = await Promise.all(Array.from({ length: 8 }, () => makeAccount()));
    const joined = await Promise.all(people.map(({ id }) => joinByInvitation(token, id)));
    expect(joined.filter(({ outcome }) => outcome === 'joined')).toHaveLength(3);
    const memberships = await Promise.all(people.map(({ id }) => membershipIn(id, lab.slug)));
    expect(memberships.filter(Boolean)).toHaveLength(3);
    expect(await invitationsOf(host)).toMatchObject([{ uses: 3, maxUses: 3, state: 'used_up' }]);
  });

  test('is not used up by who is a member already, and changes no role', async () => {
    const { lab, host, token } = await labWithLink(1);
    expect(await joinByInvitation(token, host.userId)).toEqual({ outcome: 'already_member', slug: lab.slug });
    expect(await membershipIn(host.userId, lab.slug)).toMatchObject({ role: 'host' });
    expect(await invitationByToken(token)).toMatchObject({ state: 'open' });
  });

  test('closes when it is revoked, and when its time is over', async () => {
    const { host, id, token } = await labWithLink(5);
    expect(await revokeInvitation(host, id)).toBe(true);
    expect(await invitationByToken(token)).toMatchObject({ state: 'revoked', host: 'Somebody' });
    expect(await joinByInvitation(token, (await makeAccount()).id)).toEqual({ outcome: 'refused' });

    const over = await labWithLink(5, new Date(Date.now() - 1000));
    expect(await invitationByToken(over.token)).toMatchObject({ state: 'expired' });
    expect(await joinByInvitation(over.token, (await makeAccount()).id)).toEqual({ outcome: 'refused' });
  });

  test("can't be revoked from another lab", async () => {
    const { id, token } = await labWithLink(5);
    const stranger = await makeMember(await makeEmptyLab(), 'host');
    expect(await revokeInvitation(stranger, id)).toBe(false);
    expect(await invitationByToken(token)).toMatchObject({ state: 'open' });
  });

  test('leaves no account behind where it did not open', async () => {
    const { host, id, token } = await labWithLink(5);
    await revokeInvitation(host, id);
    const made = { name: 'Late', email: 'late@example.com', passwordHash: 'x' };
    expect(await joinWithNewAccount(token, made)).toEqual({ refused: 'link' });
    expect(await accountByEmail('late@example.com')).toBeUndefined();
  });

  test('makes an account and a member together, and refuses an email that has one', async () => {
    const { lab, token } = await labWithLink(5);
    const made = { name: 'New', email: 'new@example.com', passwordHash: 'x' };
    expect(await joinWithNewAccount(token, made)).toMatchObject({ slug: lab.slug, account: { name: 'New' } });
    expect(await joinWithNewAccount(token, made)).toEqual({ refused: 'email_taken' });
    // Who holds no link must not learn who has an account.
    expect(await joinWithNewAccount('no such link', made)).toEqual({ refused: 'link' });
  });
});
