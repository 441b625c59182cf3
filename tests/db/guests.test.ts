import { describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import {
  createGuestLink,
  enterAsGuest,
  goneGuest,
  guestLinkByToken,
  guestLinksOf,
  guestOf,
  revokeGuestLink,
} from '@/db/guests';
import { membershipIn } from '@/db/labs';
import { lobbyFacts, lobbyFactsForGuest } from '@/db/lobby';
import { changeRole, membersOf } from '@/db/members';
import { accessTo } from '@/db/session-access';
import { sessionPlace, sessionPlaceForGuest } from '@/db/session-place';
import { useTestDatabase } from '../support/database';
import { hostOf, makeGuestLink } from '../support/guests';
import { addSession, makeLab } from '../support/lab';

useTestDatabase();

const later = () => new Date(Date.now() + 86_400_000);

describe("a guest's link", () => {
  it('is stored as a hash, never as itself', async () => {
    const token = await makeGuestLink(await makeLab());
    const [row] =
      await sqlClient()`select count(*)::int as found from guest_links where token_hash like ${`%${token}%`}`;
    expect(row).toEqual({ found: 0 });
    expect(await guestLinkByToken(`${token}x`)).toBeUndefined();
  });

  it('lets in no more people than it has places, however many come at once', async () => {
    const lab = await makeLab();
    const token = await makeGuestLink(lab, { maxUses: 3 });
    const came = await Promise.all(Array.from({ length: 8 }, (_, index) => enterAsGuest(token, `Guest ${index}`)));
    expect(came.filter(Boolean)).toHaveLength(3);
    const [link] = await guestLinksOf(await hostOf(lab));
    expect(link).toMatchObject({ state: 'used_up', maxUses: 3 });
    expect(link!.guests).toHaveLength(3);
  });

  it('lets nobody in once it is past its end, or its session is over', async () => {
    const lab = await makeLab();
    const expired = await makeGuestLink(lab);
    await sqlClient()`update guest_links set expires_at = now() - interval '1 second'`;
    expect(await guestLinkByToken(expired)).toMatchObject({ state: 'expired' });
    expect(await enterAsGuest(expired, 'Late')).toBeUndefined();
    const open = await makeGuestLink(lab);
    for (const status of ['ended', 'cancelled']) {
      await sqlClient()`update sessions set status = ${status} where id = ${lab.sessionId}`;
      expect(await guestLinkByToken(open)).toMatchObject({ state: 'over' });
      expect(await enterAsGuest(open, 'Late')).toBeUndefined();
    }
    expect(await createGuestLink(await hostOf(lab), lab.sessionId, { expiresAt: later(), maxUses: 1 })).toBeUndefined();
  });

  it('names a host of today: who made it, or another where they host no more', async () => {
    const lab = await makeLab({ hosts: 2 });
    const [stays, goes] = await Promise.all(lab.hosts.map(({ id }) => membershipIn(id, lab.labId)));
    const token = (await createGuestLink(goes!, lab.sessionId, { expiresAt: later(), maxUses: 1 }))!;
    const guest = (await enterAsGuest(token, 'Gus'))!;
    expect(await guestLinkByToken(token)).toMatchObject({ host: lab.hosts[1]!.name });
    await changeRole(stays!, goes!.userId, 'rep');
    expect(await guestLinkByToken(token)).toMatchObject({ state: 'revoked', host: lab.hosts[0]!.name });
    expect(await goneGuest(lab.sessionId, guest.userId)).toMatchObject({ revoked: true, host: lab.hosts[0]!.name });
  });

  it('lets nobody in while the lab is archived, and says so', async () => {
    const lab = await makeLab();
    const token = await makeGuestLink(lab);
    const archive = (away: boolean) =>
      sqlClient()`update labs set archived_at = case when ${away} then now() end where id = ${lab.labId}`;
    await archive(true);
    expect(await guestLinkByToken(token)).toMatchObject({ state: 'archived' });
    expect(await enterAsGuest(token, 'Ellen Marsh')).toBeUndefined();
    await archive(false);
    expect(await enterAsGuest(token, 'Ellen Marsh')).toBeDefined();
  });

  it("is made for, and ended in, one's own lab alone", async () => {
    const [ours, theirs] = [await makeLab(), await makeLab()];
    const us = await hostOf(ours);
    expect(await createGuestLink(us, theirs.sessionId, { expiresAt: later(), maxUses: 1 })).toBeUndefined();
    await makeGuestLink(theirs);
    const [link] = await guestLinksOf(await hostOf(theirs));
    expect(await revokeGuestLink(us, link!.id)).toBeUndefined();
    expect(await guestLinksOf(us)).toEqual([]);
    expect(await guestLinksOf(await hostOf(theirs))).toMatchObject([{ state: 'open' }]);
  });
});

describe('a guest', () => {
  it('is one in that session alone, until the link is ended', async () => {
    const lab = await makeLab();
    const token = await makeGuestLink(lab);
    const { userId } = (await enterAsGuest(token, 'Gus'))!;
    expect(await guestOf(lab.sessionId, userId)).toEqual({ id: userId, name: 'Gus' });
    expect(await guestOf(await addSession(lab.labId, 2), userId)).toBeUndefined();
    const host = await hostOf(lab);
    const [link] = await guestLinksOf(host);
    expect(await revokeGuestLink(host, link!.id)).toEqual([userId]);
    expect(await revokeGuestLink(host, link!.id)).toBeUndefined();
    expect(await guestOf(lab.sessionId, userId)).toBeUndefined();
    expect(await enterAsGuest(token, 'Again')).toBeUndefined();
  });

  it('is one until the session is over and can no more be opened again', async () => {
    const lab = await makeLab();
    const { userId } = (await enterAsGuest(await makeGuestLink(lab), 'Gus'))!;
    const ended = (minutesAgo: number) => sqlClient()`
      update sessions set status = 'ended', ended_at = now() - ${minutesAgo} * interval '1 minute' where id = ${lab.sessionId}`;
    const asked = [{ sessionId: lab.sessionId, userId, signInId: null }];
    await ended(29);
    expect(await guestOf(lab.sessionId, userId)).toBeDefined();
    expect(await accessTo(asked)).toMatchObject([{ role: 'observer', guest: true }]);
    await ended(31);
    expect(await guestOf(lab.sessionId, userId)).toBeUndefined();
    expect(await accessTo(asked)).toMatchObject([{ role: null, guest: false }]);
  });

  it('can follow a link until the session is over, however far off that is', async () => {
    const lab = await makeLab();
    const far = await addSession(lab.labId, 2, new Date(Date.now() + 10 * 86_400_000));
    await makeGuestLink(lab, { sessionId: far });
    const [link] = await guestLinksOf(await hostOf(lab));
    expect(link!.expiresAt.getTime()).toBe(link!.session.startsAt.getTime() + 90 * 60_000);
  });

  it('learns in the lobby who hosts, and nothing of other members or earlier sessions', async () => {
    const lab = await makeLab();
    const shown = await lobbyFactsForGuest(lab.labId, lab.sessionId);
    expect(shown.members.map(({ id }) => id).sort()).toEqual(lab.hosts.map(({ id }) => id).sort());
    expect(shown.due).toEqual([]);
    const text = JSON.stringify(shown);
    expect(JSON.stringify(await lobbyFacts(lab.labId, lab.sessionId))).toContain(lab.reps[0]!.name);
    for (const { name } of [...lab.reps, ...lab.observers]) expect(text).not.toContain(name);
  });

  it('is no member, has no page but the room, and hears its call', async () => {
    const lab = await makeLab();
    await sqlClient()`update labs set call_url = 'https://meet.example/secret' where id = ${lab.labId}`;
    const { userId } = (await enterAsGuest(await makeGuestLink(lab), 'Gus'))!;
    expect(await membershipIn(userId, lab.labId)).toBeUndefined();
    expect(await sessionPlace(userId, lab.sessionId)).toBeUndefined();
    expect((await membersOf(await hostOf(lab))).map(({ name }) => name)).not.toContain('Gus');
    expect(await sessionPlaceForGuest(lab.sessionId)).toMatchObject({
      callUrl: 'https://meet.example/secret',
      role: 'observer',
      pledged: true,
    });
  });
});
