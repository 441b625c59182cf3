import { describe, expect, test } from 'vitest';
import { sqlClient } from '@/db/connection';
import { createGuestLink, enterAsGuest, guestLinksOf, guestOf } from '@/db/guests';
import { createInvitation, invitationsOf, joinByInvitation, remakeInvitation } from '@/db/invitations';
import { membershipIn, type Membership } from '@/db/labs';
import { comeBack, leave } from '@/db/leaving';
import { acceptPledge, changeRole, membersOf, removeMember, type MemberChange } from '@/db/members';
import { isRemovedFrom, letBackIn, removedOf } from '@/db/removals';
import { changeWebhook, webhooksOf } from '@/db/webhooks';
import { useTestDatabase } from '../support/database';
import { addSession } from '../support/lab';
import { makeWebhook } from '../support/webhooks';
import { makeAccount, makeEmptyLab, makeMember } from '../support/people';

useTestDatabase();

describe('the members of a lab', () => {
  test('keep a host: the last one neither steps down nor leaves', async () => {
    const lab = await makeEmptyLab();
    const host = await makeMember(lab, 'host');
    await makeMember(lab, 'rep');
    expect(await changeRole(host, host.userId, 'rep')).toEqual({ outcome: 'last_host' });
    expect(await removeMember(host, host.userId)).toEqual({ outcome: 'last_host' });
  });

  test('keep a host when two step down at once', async () => {
    const lab = await makeEmptyLab();
    const [one, two] = [await makeMember(lab, 'host'), await makeMember(lab, 'host')];
    const changes = await Promise.all([changeRole(one, one.userId, 'rep'), removeMember(two, two.userId)]);
    expect(changes.map(({ outcome }) => outcome).toSorted()).toEqual(['changed', 'last_host']);
  });

  test('are out of reach of another lab', async () => {
    const mine = await makeMember(await makeEmptyLab(), 'host');
    const theirs = await makeMember(await makeEmptyLab(), 'rep');
    expect(await changeRole(mine, theirs.userId, 'host')).toEqual({ outcome: 'not_found' });
    expect(await removeMember(mine, theirs.userId)).toEqual({ outcome: 'not_found' });
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
    expect(await removeMember(host, rep.userId)).toMatchObject({ outcome: 'changed' });
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

  test('isn’t let back in, nor joins, while their account is deleted', async () => {
    const { lab, host, rep, token } = await labWithLink();
    const other = await makeAccount();
    await removeMember(host, rep.userId);
    for (const id of [rep.userId, other.id]) await leave(id);
    expect(await letBackIn(host, rep.userId)).toBe(false);
    expect(await joinByInvitation(token, other.id)).toEqual({ outcome: 'refused' });
    for (const id of [rep.userId, other.id]) expect(await membershipIn(id, lab.slug)).toBeUndefined();
    await comeBack(rep.userId);
    expect(await letBackIn(host, rep.userId)).toBe(true);
  });

  test('waits for an account that is being deleted at that moment, and gets no place beside it', async () => {
    const { lab, host, rep, token } = await labWithLink();
    const other = await makeAccount();
    await removeMember(host, rep.userId);
    let places: Promise<unknown>[] = [];
    await sqlClient().begin(async (tx) => {
      await tx`update users set leaving_at = now() where id in ${tx([rep.userId, other.id])}`;
      places = [letBackIn(host, rep.userId), joinByInvitation(token, other.id)];
      await Promise.race([Promise.all(places), bothWait()]);
    });
    expect(await Promise.all(places)).toEqual([false, { outcome: 'refused' }]);
    for (const id of [rep.userId, other.id]) expect(await membershipIn(id, lab.slug)).toBeUndefined();
  });

  /** Until two statements of this database wait for another one. */
  async function bothWait() {
    const waiting = () => sqlClient()`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await waiting()).length < 2);
  }

  test('is nobody who left by themselves: a link still works for them', async () => {
    const { lab, host, token } = await labWithLink();
    const second = await makeMember(lab, 'host');
    await removeMember(second, second.userId);
    expect(await removedOf(host)).toEqual([]);
    expect(await joinByInvitation(token, second.userId)).toMatchObject({ outcome: 'joined' });
  });
});

describe('a host who is one no more', () => {
  const later = () => new Date(Date.now() + 86_400_000);

  /** Opens one door of each kind, and lets somebody in by the guests'. */
  async function openDoors(host: Membership, sessionId: string) {
    await createInvitation(host, { role: 'host', expiresAt: later(), maxUses: 9 });
    await makeWebhook(host, 'https://crm.example/');
    const token = (await createGuestLink(host, sessionId, { expiresAt: later(), maxUses: 9 }))!;
    return { token, guestId: (await enterAsGuest(token, 'Gus'))!.userId };
  }

  /** Two hosts of a lab with a session, each with doors of their own. */
  async function labWithDoors() {
    const lab = await makeEmptyLab();
    const [stays, goes] = [await makeMember(lab, 'host'), await makeMember(lab, 'host')];
    const sessionId = await addSession(lab.id, 1);
    const [kept, closed] = [await openDoors(stays, sessionId), await openDoors(goes, sessionId)];
    return { lab, stays, goes, sessionId, kept, closed };
  }

  const openIn = async (host: Membership) => ({
    invitations: (await invitationsOf(host)).filter(({ state }) => state === 'open').length,
    guestLinks: (await guestLinksOf(host)).filter(({ state }) => state === 'open').length,
    webhooks: (await webhooksOf(host)).filter(({ enabled }) => enabled).length,
  });

  test.each([
    ['was removed', (stays, goes) => removeMember(stays, goes.userId)],
    ['has left', (_, goes) => removeMember(goes, goes.userId)],
    ['has another role', (stays, goes) => changeRole(stays, goes.userId, 'observer')],
  ] as [string, (stays: Membership, goes: Membership) => Promise<MemberChange>][])(
    'and %s leaves no door open that they made, and everybody else’s as they were',
    async (_, end) => {
      const { stays, goes, sessionId, kept, closed } = await labWithDoors();
      expect(await openIn(stays)).toEqual({ invitations: 2, guestLinks: 2, webhooks: 2 });
      expect(await end(stays, goes)).toEqual({ outcome: 'changed', sentOut: [closed.guestId] });
      expect(await openIn(stays)).toEqual({ invitations: 1, guestLinks: 1, webhooks: 1 });
      expect(await enterAsGuest(closed.token, 'Late')).toBeUndefined();
      expect(await guestOf(sessionId, closed.guestId)).toBeUndefined();
      expect(await guestOf(sessionId, kept.guestId)).toBeDefined();
    },
  );

  test('leaves no door open that they took over from another: a link made anew, a webhook led elsewhere', async () => {
    const { stays, goes } = await labWithDoors();
    const [webhook] = await webhooksOf(stays);
    for (const { id } of await invitationsOf(stays)) await remakeInvitation(goes, id, later());
    const elsewhere = { url: 'https://elsewhere.example/', events: webhook!.events, enabled: true };
    for (const { id } of await webhooksOf(stays)) await changeWebhook(goes, id, elsewhere);
    await removeMember(stays, goes.userId);
    expect(await openIn(stays)).toMatchObject({ invitations: 0, webhooks: 0 });
  });

  test('keeps what they opened in another lab, and what is over stays as it ended', async () => {
    const { lab, stays, goes, sessionId } = await labWithDoors();
    const other = await makeEmptyLab();
    await sqlClient()`insert into members (lab_id, user_id, role) values (${other.id}, ${goes.userId}, 'host')`;
    const there = (await membershipIn(goes.userId, other.slug))!;
    await openDoors(there, await addSession(other.id, 1));
    await sqlClient()`update invitations set uses = max_uses where lab_id = ${lab.id}`;
    await sqlClient()`update sessions set status = 'ended', ended_at = now() - interval '1 day' where id = ${sessionId}`;
    expect(await removeMember(stays, goes.userId)).toEqual({ outcome: 'changed', sentOut: [] });
    expect((await invitationsOf(stays)).map(({ state }) => state)).toEqual(['used_up', 'used_up']);
    expect(await openIn(there)).toEqual({ invitations: 1, guestLinks: 1, webhooks: 1 });
  });
});
