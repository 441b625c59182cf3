import { describe, expect, test } from 'vitest';
import { database } from '@/db/connection';
import { createPasswordLink, passwordLinkByToken, PASSWORD_LINK_MS, spendPasswordLink } from '@/db/password-links';
import { accountByEmail, accountById } from '@/db/people';
import { members } from '@/db/schema';
import { useTestDatabase } from '../support/database';
import { makeEmptyLab, makeMember } from '../support/people';

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
    const used = await Promise.all([spendPasswordLink(token, 'one'), spendPasswordLink(token, 'two')]);
    expect(used.filter(Boolean)).toEqual([{ userId: rep.userId }]);
    const account = await accountById(rep.userId);
    expect(account).toMatchObject({ signInEpoch: 1 });
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
});
