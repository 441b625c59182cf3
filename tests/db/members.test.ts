import { describe, expect, test } from 'vitest';
import { membershipIn } from '@/db/labs';
import { acceptPledge, changeRole, membersOf, removeMember } from '@/db/members';
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
    await acceptPledge(rep);
    const first = (await membershipIn(rep.userId, lab.slug))!.pledgedAt;
    await acceptPledge(rep);
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
