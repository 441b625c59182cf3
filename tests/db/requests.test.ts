import { describe, expect, it, test } from 'vitest';
import { sqlClient } from '@/db/connection';
import {
  createInvitation,
  invitationByToken,
  joinByInvitation,
  joinWithNewAccount,
  remakeInvitation,
} from '@/db/invitations';
import { changeRole, removeMember } from '@/db/members';
import { leave } from '@/db/leaving';
import { accountByEmail } from '@/db/people';
import { publicLab } from '@/db/public-lab';
import {
  acceptRequest,
  askToJoin,
  declineRequests,
  MOST_WAITING,
  requestCount,
  requestsOf,
  type ListedRequest,
} from '@/db/requests';
import { membershipIn, type Membership } from '@/db/labs';
import { enter } from '@/server/auth/enter';
import { useTestDatabase } from '../support/database';
import { hostOf } from '../support/guests';
import { addOutsider, makeLab } from '../support/lab';

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
      ['about', 'hosts', 'name', 'next', 'phaseSeconds', 'regular', 'slug', 'timeZone'].sort(),
    );
    expect(shown.hosts.sort()).toEqual(lab.hosts.map(({ name }) => name).sort());
    const text = JSON.stringify(shown);
    for (const { name } of [...lab.reps, ...lab.observers]) expect(text).not.toContain(name);
    // Who has deleted their account is shown to nobody outside, though they may still come back.
    await leave(lab.hosts[0]!.id);
    expect((await publicLab(lab.labId))!.hosts).toEqual([lab.hosts[1]!.name]);
  });
});

describe('answering', () => {
  it('yes makes one link of their address and one mail, though two hosts say so at once', async () => {
    const lab = await makeLab({}, { public: true });
    await askToJoin(lab.labId, asked('yes@example.com'));
    const host = await hostOf(lab);
    const { id } = (await requestsOf(host))[0]!;
    const answers = await Promise.all([acceptRequest(host, id, 'rep'), acceptRequest(host, id, 'observer')]);
    const given = answers.flatMap((answer) => ('token' in answer ? [answer] : []));
    expect(given).toHaveLength(1);
    expect(answers).toContainEqual({ refused: 'answered' });
    const { token } = given[0]!;
    expect(await invitationByToken(token)).toMatchObject({ state: 'open', email: 'yes@example.com' });
    const mails = (await mailsAbout(lab.labId)).filter(({ kind }) => kind === 'answer');
    expect(mails).toMatchObject([{ to: 'yes@example.com', data: { token } }]);
    expect(await requestCount(host)).toBe(0);
  });

  it('no says so by mail, or not at all, and leaves nothing to answer', async () => {
    const lab = await makeLab({}, { public: true });
    const emails = ['no@example.com', 'quiet@example.com', 'also@example.com'];
    for (const email of emails) await askToJoin(lab.labId, asked(email));
    const host = await hostOf(lab);
    const [no, ...quiet] = (await requestsOf(host)).map(({ id }) => id);
    const stranger = await hostOf(await makeLab());
    expect(await declineRequests(stranger, [no!], { tell: true })).toBe(0);
    expect(await acceptRequest(stranger, no!, 'rep')).toEqual({ refused: 'answered' });
    expect(await declineRequests(host, [no!], { tell: true })).toBe(1);
    expect(await declineRequests(host, [no!, ...quiet], { tell: false })).toBe(2);
    expect(await acceptRequest(host, no!, 'rep')).toEqual({ refused: 'answered' });
    expect(await requestsOf(host)).toEqual([]);
    const mails = (await mailsAbout(lab.labId)).filter(({ kind }) => kind === 'answer');
    expect(mails).toEqual([{ kind: 'answer', to: 'no@example.com', data: {} }]);
    expect(await askToJoin(lab.labId, asked('no@example.com'))).toBe('asked');
  });

  it('yes to a member is refused, and to whom a host had removed lets them back in by their link', async () => {
    const lab = await makeLab({ hosts: 2 }, { public: true });
    const host = await hostOf(lab);
    const [member, removed] = [lab.reps[0]!, lab.reps[1]!];
    await removeMember(host, removed.id);
    for (const { id } of [member, removed]) await askToJoin(lab.labId, asked(`${id}@example.com`));
    const [first, second] = await requestsOf(host);
    expect([first!.standing, second!.standing]).toEqual(['member', 'removed']);
    expect(await acceptRequest(host, first!.id, 'rep')).toEqual({ refused: 'member' });
    expect(await requestCount(host)).toBe(2);
    const accepted = await acceptRequest(host, second!.id, 'rep');
    if (!('token' in accepted)) throw new Error('not taken in');
    expect(await joinByInvitation(accepted.token, removed.id)).toMatchObject({ outcome: 'joined' });
  });

  it('yes keeps the link within reach until they have come by it', async () => {
    const lab = await makeLab({}, { public: true });
    const host = await hostOf(lab);
    await askToJoin(lab.labId, asked('later@example.com'));
    const { id } = (await requestsOf(host))[0]!;
    const first = await acceptRequest(host, id, 'observer');
    const [listed] = await requestsOf(host);
    expect(listed).toMatchObject({ id, accepted: { role: 'observer' } });
    const again = await remakeInvitation(host, listed!.accepted!.invitationId, new Date(Date.now() + 86_400_000));
    expect(await invitationByToken('token' in first ? first.token : '')).toBeUndefined();
    const account = { name: 'Later', email: 'later@example.com', passwordHash: 'x' };
    expect(await joinWithNewAccount(again!.token, account)).toMatchObject({ slug: lab.labId });
    expect(await requestsOf(host)).toEqual([]);
    expect(await remakeInvitation(host, listed!.accepted!.invitationId, new Date())).toBeUndefined();
  });
});

describe('the link of an answer', () => {
  const accepted = async (email: string) => {
    const lab = await makeLab({}, { public: true });
    await askToJoin(lab.labId, asked(email));
    const host = await hostOf(lab);
    const { id } = (await requestsOf(host))[0]!;
    const answer = await acceptRequest(host, id, 'rep');
    if (!('token' in answer)) throw new Error('not taken in');
    return { lab, host, token: answer.token };
  };

  it('is for an account with the address that asked, made before', async () => {
    const [theirs, other] = [await addOutsider(), await addOutsider()];
    const { token } = await accepted(`${theirs.id}@example.com`);
    expect(await invitationByToken(token)).toMatchObject({ bound: true });
    expect(await joinByInvitation(token, other.id)).toEqual({ outcome: 'not_theirs' });
    expect(await invitationByToken(token)).toMatchObject({ state: 'open' });
    expect(await joinByInvitation(token, theirs.id)).toMatchObject({ outcome: 'joined' });
  });

  it('or made by it, by a provider too; nobody else leaves an account behind', async () => {
    const { lab, token } = await accepted('bound@example.com');
    const made = { name: 'Bound', passwordHash: 'x' };
    expect(await joinWithNewAccount(token, { ...made, email: 'else@example.com' })).toEqual({ refused: 'not_theirs' });
    const vouched = (email: string) => ({
      ...{ identity: { issuer: 'https://id.example', subject: email }, email, verified: true, name: 'Bound' },
    });
    expect(await enter(vouched('else@example.com'), { join: token }, undefined)).toEqual({ refused: 'not_theirs' });
    expect(await accountByEmail('else@example.com')).toBeUndefined();
    expect(await joinWithNewAccount(token, { ...made, email: 'bound@example.com' })).toMatchObject({ slug: lab.labId });
  });

  it('made anew is theirs alone still, and one that a host makes for an address is anybody’s', async () => {
    const { host, token } = await accepted('anew@example.com');
    const [{ accepted: link }] = (await requestsOf(host)) as [ListedRequest];
    const until = new Date(Date.now() + 86_400_000);
    const again = await remakeInvitation(host, link!.invitationId, until);
    const other = await addOutsider();
    expect(await joinByInvitation(token, other.id)).toEqual({ outcome: 'refused' });
    expect(await joinByInvitation(again!.token, other.id)).toEqual({ outcome: 'not_theirs' });
    const open = { role: 'rep', expiresAt: until, maxUses: 1, email: 'anew@example.com' } as const;
    const { token: anybodys } = await createInvitation(host, open);
    expect(await joinByInvitation(anybodys, other.id)).toMatchObject({ outcome: 'joined' });
  });
});

describe('the link of an answer whose host is one no more', () => {
  test.each([
    ['has another role', (stays, goes) => changeRole(stays, goes.userId, 'rep')],
    ['was removed', (stays, goes) => removeMember(stays, goes.userId)],
    ['has left', (_, goes) => removeMember(goes, goes.userId)],
    ['has deleted their account', (_, goes) => leave(goes.userId)],
  ] as [string, (stays: Membership, goes: Membership) => Promise<unknown>][])(
    'stays, names another, and is made anew by them: %s',
    async (_, end) => {
      const lab = await makeLab({ hosts: 2 }, { public: true });
      const [stays, goes] = (await Promise.all(lab.hosts.map(({ id }) => membershipIn(id, lab.labId)))) as Membership[];
      const theirs = await addOutsider();
      await askToJoin(lab.labId, asked(`${theirs.id}@example.com`));
      const { id } = (await requestsOf(goes!))[0]!;
      const answer = await acceptRequest(goes!, id, 'rep');
      if (!('token' in answer)) throw new Error('not taken in');
      const hostOfLink = async (token: string) => (await invitationByToken(token))!.host;
      expect(await hostOfLink(answer.token)).toBe(lab.hosts[1]!.name);
      const open = { role: 'rep', expiresAt: new Date(Date.now() + 86_400_000), maxUses: 1 } as const;
      const { token: anybodys } = await createInvitation(goes!, { ...open, email: `${theirs.id}@example.com` });
      await end(stays!, goes!);
      expect(await invitationByToken(anybodys)).toMatchObject({ state: 'revoked', host: lab.hosts[0]!.name });
      expect(await invitationByToken(answer.token)).toMatchObject({ state: 'open', host: lab.hosts[0]!.name });
      const [listed] = await requestsOf(stays!);
      expect(listed).toMatchObject({ id, accepted: { role: 'rep' } });
      const again = await remakeInvitation(stays!, listed!.accepted!.invitationId, open.expiresAt);
      expect(await joinByInvitation(answer.token, theirs.id)).toEqual({ outcome: 'refused' });
      expect(await joinByInvitation(again!.token, theirs.id)).toMatchObject({ outcome: 'joined' });
    },
  );
});

describe('very many requests', () => {
  it('are kept up to a number, and mailed to a host once, then together an hour later', async () => {
    const lab = await makeLab({ hosts: 1 }, { public: true });
    await askToJoin(lab.labId, asked('many@example.com'));
    await sqlClient()`
      insert into requests (id, lab_id, name, email, words)
      select gen_random_uuid(), ${lab.labId}, 'Many', concat('many-', at, '@example.com'), 'Many.'
      from generate_series(2, ${MOST_WAITING}) at`;
    expect(await askToJoin(lab.labId, asked('late@example.com'))).toBe('too_many');
    const host = await hostOf(lab);
    const [first, second, third] = await requestsOf(host);
    await declineRequests(host, [first!.id], { tell: false });
    await askToJoin(lab.labId, asked('while-one-waits@example.com'));
    expect(await mailsAbout(lab.labId)).toHaveLength(1);
    await sqlClient()`update outbox set sent_at = now() where lab_id = ${lab.labId}`;
    await declineRequests(host, [second!.id, third!.id], { tell: false });
    await askToJoin(lab.labId, asked('one@example.com'));
    await askToJoin(lab.labId, asked('two@example.com'));
    const later = await sqlClient()<{ minutes: number }[]>`
      select round(extract(epoch from due_at - now()) / 60)::int as minutes
      from outbox where lab_id = ${lab.labId} and sent_at is null`;
    expect(later).toEqual([{ minutes: 60 }]);
  });
});
