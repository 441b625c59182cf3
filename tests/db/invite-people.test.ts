import { expect, test } from 'vitest';
import { sqlClient } from '@/db/connection';
import { invitationsOf, revokeInvitation } from '@/db/invitations';
import { invitePeople, standingsIn } from '@/db/invite-people';
import { removeMember } from '@/db/members';
import { useTestDatabase } from '../support/database';
import { hostOf } from '../support/guests';
import { makeLab } from '../support/lab';

useTestDatabase();
const later = () => new Date(Date.now() + 86_400_000);
const rep = (email: string) => ({ email, role: 'rep' as const });

test('each new address gets one link and one mail; whom the lab knows gets none, and it says why', async () => {
  const lab = await makeLab({ hosts: 1, reps: 2 });
  const host = await hostOf(lab);
  await removeMember(host, lab.reps[1]!.id);
  const [member, removed] = lab.reps.map(({ id }) => `${id}@example.com`) as [string, string];
  const invited = await invitePeople(
    host,
    [rep('new@x.example'), rep(member), rep(removed), rep('new@x.example')],
    later(),
  );
  expect(invited.map(({ token, standing }) => [token !== undefined, standing])).toEqual([
    [true, undefined],
    [false, 'member'],
    [false, 'removed'],
    [false, 'invited'],
  ]);
  const mails = await sqlClient()<{ to: string }[]>`select "to" from outbox where lab_id = ${lab.labId}`;
  expect(mails).toEqual([{ to: 'new@x.example' }]);
  expect(await invitationsOf(host)).toMatchObject([{ email: 'new@x.example', role: 'rep', maxUses: 1 }]);
});

test('two hosts with the same list at once invite everybody once', async () => {
  const lab = await makeLab({ hosts: 2 });
  const host = await hostOf(lab);
  const list = ['a@y.example', 'b@y.example', 'c@y.example'].map(rep);
  const made = (await Promise.all([invitePeople(host, list, later()), invitePeople(host, list, later())])).flat();
  expect(made.filter(({ token }) => token)).toHaveLength(3);
});

test('a link that was ended stands in nobody’s way, and another lab’s is none of ours', async () => {
  const host = await hostOf(await makeLab());
  const other = await hostOf(await makeLab());
  await invitePeople(host, [rep('z@x.example')], later());
  expect(await standingsIn(host.lab.id, ['z@x.example'])).toEqual(new Map([['z@x.example', 'invited']]));
  expect(await standingsIn(other.lab.id, ['z@x.example'])).toEqual(new Map());
  await revokeInvitation(host, (await invitationsOf(host))[0]!.id);
  expect(await standingsIn(host.lab.id, ['z@x.example'])).toEqual(new Map());
});
