import { describe, expect, test } from 'vitest';
import { membershipIn } from '@/db/labs';
import { createInvitation, joinByInvitation } from '@/db/invitations';
import { acceptPledge, changeRole, membersOf, removeMember } from '@/db/members';
import { isRemovedFrom, letBackIn, removedOf } from '@/db/removals';
import { useTestDatabase } from '../support/database';
import { makeAccount, makeEmptyLab, makeMember } from '../support/people';

useTestDatabase();

describe('the members of a lab', () => {
  test('keep a host: the last one neither steps down nor leaves', async () => {
    const lab = await makeEmptyLab();
    const host = await makeMember(lab, 'host');
    await makeMember(lab, 'rep');
    expect(await changeRole(host, host.userId, 'rep')).toBe('last_host');
    expect(await removeMember(host, host.userId)).toBe('last_host');
  });

  test('keep a host when two step down at once', async () => {
    const lab = await makeEmptyLab();
    const [one, two] = [await makeMember(lab, 'host'), await makeMember(lab, 'host')];
    const changes = await Promise.all([changeRole(one, one.userId, 'rep'), removeMember(two, two.userId)]);
    expect(changes.toSorted()).toEqual(['changed', 'last_host']);
  });

  test('are out of reach of another lab', async () => {
    const mine = await makeMember(await makeEmptyLab(), 'host');
    const theirs = await makeMember(await makeEmptyLab(), 'rep');
    expect(await changeRole(mine, theirs.userId, 'host')).toBe('not_found');
    expect(await removeMember(mine, theirs.userId)).toBe('not_found');
  });

  test('are found in their own labs alone', async () => {
    const lab = await makeEmptyLab();
    await makeMember(lab, 'host');
    const stranger = await makeAccount();
    expect(await membershipIn(stranger.id, lab.slug)).toBeUndefined();
    expect(await membershipIn(stranger.id, 'no-such-lab')).toBeUndefined();
  });

  test('agree to the pledge once', async () => {
    const lab = await makeEmptyLab();
    const rep = await makeMember(lab, 'rep');
    await acceptPledge(rep, rep.lab.pledge);
    const first = (await membershipIn(rep.userId, lab.slug))!.pledgedAt;
    await acceptPledge(rep, rep.lab.pledge);
    expect(first).toBeInstanceOf(Date);
    expect((await membershipIn(rep.userId, lab.slug))!.pledgedAt).toEqual(first);
  });

  test('are listed hosts first', async () => {
    const lab = await makeEmptyLab();
    const observer = await makeMember(lab, 'observer');
    const rep = await makeMember(lab, 'rep');
    const host = await makeMember(lab, 'host');
    const listed = await membersOf(host);
    expect(listed.map(({ id }) => id)).toEqual([host.userId, rep.userId, observer.userId]);
    expect(listed[1]).toMatchObject({ coached: 0, lastSeatAt: null, pledged: false });
  });
});

describe('who was removed from a lab', () => {
  const DAY_MS = 86_400_000;

  async function labWithLink() {
    const lab = await makeEmptyLab();
    const host = await makeMember(lab, 'host');
    const rep = await makeMember(lab, 'rep');
    const link = await createInvitation(host, { role: 'host', expiresAt: new Date(Date.now() + DAY_MS), maxUses: 9 });
    return { lab, host, rep, ...link };
  }

  test("doesn't come back by a link, however many times, and uses none of it up", async () => {
    const { lab, host, rep, token } = await labWithLink();
    expect(await removeMember(host, rep.userId)).toBe('changed');
    expect(await isRemovedFrom(lab.id, rep.userId)).toBe(true);
    expect(await joinByInvitation(token, rep.userId)).toEqual({ outcome: 'removed' });
    expect(await membershipIn(rep.userId, lab.slug)).toBeUndefined();
    const another = await makeAccount();
    expect(await joinByInvitation(token, another.id)).toMatchObject({ outcome: 'joined' });
  });

  test('comes back as what they were, when a host lets them, pledge and all', async () => {
    const { lab, host, rep, token } = await labWithLink();
    await acceptPledge(rep, rep.lab.pledge);
    await removeMember(host, rep.userId);
    expect(await removedOf(host)).toMatchObject([{ id: rep.userId, name: 'Somebody', role: 'rep' }]);
    expect(await letBackIn(host, rep.userId)).toBe(true);
    const back = await membershipIn(rep.userId, lab.slug);
    expect(back).toMatchObject({ role: 'rep', pledgedAt: expect.any(Date) });
    expect(await removedOf(host)).toEqual([]);
    expect(await letBackIn(host, rep.userId)).toBe(false);
    expect(await joinByInvitation(token, rep.userId)).toMatchObject({ outcome: 'already_member' });
  });

  test('is let back in by a host of that lab alone', async () => {
    const { host, rep } = await labWithLink();
    const stranger = await makeMember(await makeEmptyLab(), 'host');
    await removeMember(host, rep.userId);
    expect(await letBackIn(stranger, rep.userId)).toBe(false);
    expect(await removedOf(stranger)).toEqual([]);
  });

  test('is nobody who left by themselves: a link still works for them', async () => {
    const { lab, host, token } = await labWithLink();
    const second = await makeMember(lab, 'host');
    await removeMember(second, second.userId);
    expect(await removedOf(host)).toEqual([]);
    expect(await joinByInvitation(token, second.userId)).toMatchObject({ outcome: 'joined' });
  });
});
