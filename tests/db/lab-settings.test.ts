import { describe, expect, test } from 'vitest';
import { calendarByToken, makeFeed } from '@/db/calendar-feeds';
import { sqlClient } from '@/db/connection';
import { createInvitation, invitationByToken, joinByInvitation } from '@/db/invitations';
import { upcomingSessions } from '@/db/lab-home';
import { archiveLab, renameLab, restoreLab, savePhases, savePledge, saveStrictness } from '@/db/lab-settings';
import { membershipIn } from '@/db/labs';
import { acceptPledge } from '@/db/members';
import { publicLab } from '@/db/public-lab';
import { accessTo } from '@/db/session-access';
import { labsBehind } from '@/db/sessions-ahead';
import { useTestDatabase } from '../support/database';
import { hostOf } from '../support/guests';
import { addOutsider, addSession, makeLab, type TestLab } from '../support/lab';

useTestDatabase();

const memberIn = async ({ labId }: TestLab, { id }: { id: string }) => (await membershipIn(id, labId))!;

describe('the settings of a lab', () => {
  test('are saved part by part, and two parts at once both count', async () => {
    const lab = await makeLab();
    const host = await hostOf(lab);
    await Promise.all([
      savePhases(host, { present: 1, clarify: 2, coach: 3, commit: 4 }),
      saveStrictness(host, false),
      renameLab(host, 'Friday Lab'),
    ]);
    expect((await hostOf(lab)).lab).toMatchObject({
      name: 'Friday Lab',
      slug: lab.labId,
      settings: { strict: false, phaseSeconds: { present: 60, clarify: 120, coach: 180, commit: 240 } },
    });
  });

  test('calendars are told of another name, of the past sessions that they have too, and of nothing else', async () => {
    const lab = await makeLab();
    const host = await hostOf(lab);
    const feed = await makeFeed(host);
    const told = async () => {
      const { lab: named, sessions } = (await calendarByToken(feed))!;
      return [named.name, ...sessions.map(({ revision }) => revision)];
    };
    const other = await makeLab();
    await sqlClient()`update sessions set status = 'ended' where id = ${await addSession(lab.labId, 2)}`;
    const old = await addSession(lab.labId, 3);
    await sqlClient()`update sessions set status = 'ended', starts_at = now() - interval '61 days' where id = ${old}`;
    expect(await told()).toEqual(['Edgework', 0, 0]);
    await renameLab(host, 'Edgework');
    expect(await told()).toEqual(['Edgework', 0, 0]);
    const [before] = await sqlClient()`select revised_at from sessions where id = ${lab.sessionId}`;
    await renameLab(host, 'Friday Lab');
    expect(await told()).toEqual(['Friday Lab', 1, 1]);
    const [after] = await sqlClient()`select revised_at from sessions where id = ${lab.sessionId}`;
    expect(after!.revised_at > before!.revised_at).toBe(true);
    // No calendar has what was before that, nor what another lab holds.
    const untold = await sqlClient()`select revision from sessions where id in ${sqlClient()([other.sessionId, old])}`;
    expect(untold).toEqual([{ revision: 0 }, { revision: 0 }]);
  });

  test('a new pledge is asked of everybody but the host who wrote it; the same words of nobody', async () => {
    const lab = await makeLab();
    const host = await hostOf(lab);
    const pledged = async () => {
      const people = [...lab.hosts, ...lab.reps].map(({ id }) => ({
        userId: id,
        sessionId: lab.sessionId,
        signInId: null,
      }));
      return new Map((await accessTo(people)).map((access) => [access.userId, access.pledged]));
    };
    expect(await savePledge(host, host.lab.pledge)).toBe(false);
    expect([...(await pledged()).values()]).not.toContain(false);
    expect(await savePledge(host, 'Not a word outside.')).toBe(true);
    const after = await pledged();
    expect([...after].filter(([, yes]) => yes).map(([id]) => id)).toEqual([host.userId]);
    const rep = await memberIn(lab, lab.reps[0]!);
    expect(rep.pledgedAt).toBeNull();
    expect(await acceptPledge(rep, host.lab.pledge)).toBe(false);
    expect(await acceptPledge(rep, 'Not a word outside.')).toBe(true);
    expect((await pledged()).get(rep.userId)).toBe(true);
  });
});

describe('an archived lab', () => {
  test('has no sessions ahead, no public page and no way in, until a host brings it back', async () => {
    const lab = await makeLab({}, { public: true });
    const host = await hostOf(lab);
    const link = await createInvitation(host, {
      role: 'rep',
      expiresAt: new Date(Date.now() + 86_400_000),
      maxUses: 5,
    });
    expect(await archiveLab(host)).toBe('archived');
    expect(await archiveLab(host)).toBe('already');
    const away = await hostOf(lab);
    expect(away.lab.archivedAt).toBeInstanceOf(Date);
    expect(await upcomingSessions(away)).toEqual([]);
    expect(await publicLab(lab.labId)).toBeUndefined();
    expect(await labsBehind()).not.toContain(lab.labId);
    expect(await invitationByToken(link.token)).toMatchObject({ state: 'archived' });
    const stranger = await addOutsider();
    expect(await joinByInvitation(link.token, stranger.id)).toEqual({ outcome: 'refused' });
    expect(await restoreLab(away)).toBe(true);
    expect(await restoreLab(away)).toBe(false);
    expect(await upcomingSessions(await hostOf(lab))).toHaveLength(1);
    expect(await joinByInvitation(link.token, stranger.id)).toMatchObject({ outcome: 'joined' });
  });

  test('is none while a session is under way', async () => {
    const lab = await makeLab();
    await sqlClient()`update sessions set status = 'live' where id = ${lab.sessionId}`;
    expect(await archiveLab(await hostOf(lab))).toBe('under_way');
  });
});
