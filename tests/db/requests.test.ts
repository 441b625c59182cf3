import { describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { invitationByToken } from '@/db/invitations';
import { publicLab } from '@/db/public-lab';
import { acceptRequest, askToJoin, declineRequest, requestCount, requestsOf } from '@/db/requests';
import { useTestDatabase } from '../support/database';
import { hostOf } from '../support/guests';
import { makeLab } from '../support/lab';

useTestDatabase();

const asked = (email = 'nadia@example.com') => ({
  name: 'Nadia Brunner',
  email,
  sells: 'Scheduling software to hospitals.',
  deal: 'They like it. Nobody signs.',
});

const mailsAbout = async (labId: string) => {
  const rows = await sqlClient()<{ key: string; to: string; data: Record<string, unknown> }[]>`
    select key, "to", data from outbox where lab_id = ${labId} order by created_at, id`;
  return rows.map(({ key, to, data }) => ({ kind: key.split(':')[0], to, data }));
};

describe('asking to join', () => {
  it('is stored, and told to every host', async () => {
    const lab = await makeLab({ hosts: 2 }, { public: true });
    expect(await askToJoin(lab.labId, asked())).toBe('asked');
    const host = await hostOf(lab);
    expect(await requestsOf(host)).toMatchObject([
      { name: 'Nadia Brunner', words: 'Scheduling software to hospitals.\n\nThey like it. Nobody signs.' },
    ]);
    const mails = await mailsAbout(lab.labId);
    expect(mails.map(({ kind }) => kind)).toEqual(['request', 'request']);
    expect(mails.map(({ to }) => to).sort()).toEqual(lab.hosts.map(({ id }) => `${id}@example.com`).sort());
  });

  it('once waits once, however often it is sent', async () => {
    const lab = await makeLab({}, { public: true });
    const asks = Array.from({ length: 6 }, () => askToJoin(lab.labId, asked('same@example.com')));
    expect(new Set(await Promise.all(asks))).toEqual(new Set(['asked']));
    expect(await requestCount(await hostOf(lab))).toBe(1);
  });

  it('is for a lab that shows itself, and is there', async () => {
    const [closed, gone] = [await makeLab(), await makeLab({}, { public: true })];
    await sqlClient()`update labs set archived_at = now() where id = ${gone.labId}`;
    for (const slug of [closed.labId, gone.labId, 'no-such-lab']) {
      expect(await askToJoin(slug, asked())).toBe('no_lab');
      expect(await publicLab(slug)).toBeUndefined();
    }
    expect(await requestCount(await hostOf(closed))).toBe(0);
  });

  it('says of the lab nothing but its name, its words, its hosts and its hours', async () => {
    const lab = await makeLab({}, { public: true });
    const shown = (await publicLab(lab.labId))!;
    expect(Object.keys(shown).sort()).toEqual(
      ['about', 'hosts', 'name', 'next', 'phaseSeconds', 'rule', 'slug', 'timeZone'].sort(),
    );
    expect(shown.hosts.sort()).toEqual(lab.hosts.map(({ name }) => name).sort());
    const text = JSON.stringify(shown);
    for (const { name } of [...lab.reps, ...lab.observers]) expect(text).not.toContain(name);
  });
});

describe('answering', () => {
  it('yes makes one link for them alone and one mail, though two hosts say so at once', async () => {
    const lab = await makeLab({}, { public: true });
    await askToJoin(lab.labId, asked('yes@example.com'));
    const host = await hostOf(lab);
    const { id } = (await requestsOf(host))[0]!;
    const answers = await Promise.all([acceptRequest(host, id, 'rep'), acceptRequest(host, id, 'observer')]);
    const [given] = answers.filter((answer) => answer !== undefined);
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await invitationByToken(given!.token)).toMatchObject({ state: 'open' });
    const mails = (await mailsAbout(lab.labId)).filter(({ kind }) => kind === 'answer');
    expect(mails).toMatchObject([{ to: 'yes@example.com', data: { token: given!.token } }]);
    expect(await requestCount(host)).toBe(0);
  });

  it('no says so by mail, and leaves nothing to answer', async () => {
    const lab = await makeLab({}, { public: true });
    await askToJoin(lab.labId, asked('no@example.com'));
    const host = await hostOf(lab);
    const { id } = (await requestsOf(host))[0]!;
    const stranger = await hostOf(await makeLab());
    expect(await declineRequest(stranger, id)).toBe(false);
    expect(await acceptRequest(stranger, id, 'rep')).toBeUndefined();
    expect(await declineRequest(host, id)).toBe(true);
    expect(await acceptRequest(host, id, 'rep')).toBeUndefined();
    const mails = (await mailsAbout(lab.labId)).filter(({ kind }) => kind === 'answer');
    expect(mails).toEqual([{ kind: 'answer', to: 'no@example.com', data: {} }]);
    expect(await askToJoin(lab.labId, asked('no@example.com'))).toBe('asked');
  });
});
