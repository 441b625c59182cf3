import { expect, test } from 'vitest';
import { database, sqlClient } from '@/db/connection';
import { createGuestLink, guestLinksOf } from '@/db/guests';
import { HostNoMore, holdHosting } from '@/db/hosting';
import { createInvitation, invitationsOf, putInvitation, remakeInvitation } from '@/db/invitations';
import { invitePeople } from '@/db/invite-people';
import { membershipIn, type Membership } from '@/db/labs';
import { leave } from '@/db/leaving';
import { changeRole, removeMember } from '@/db/members';
import { acceptRequest, askToJoin } from '@/db/requests';
import { addWebhook, changeWebhook } from '@/db/webhooks';
import { useTestDatabase } from '../support/database';
import { makeLab } from '../support/lab';
import { makeWebhook, SECRET } from '../support/webhooks';

useTestDatabase();

const later = () => new Date(Date.now() + 86_400_000);
const link = () => ({ role: 'host' as const, expiresAt: later(), maxUses: 9 });
const told = { url: 'https://crm.example/', events: ['session.ended' as const], enabled: true };

/** A lab with two hosts: one stays, with an invitation and a webhook that is off; one goes, with a guest link. */
async function labWithHosts() {
  const lab = await makeLab({ hosts: 2 }, { public: true });
  const [stays, goes] = (await Promise.all(lab.hosts.map(({ id }) => membershipIn(id, lab.labId)))) as Membership[];
  const { id: invitationId } = await createInvitation(stays!, link());
  const webhookId = await makeWebhook(stays!, told.url);
  await changeWebhook(stays!, webhookId, { ...told, enabled: false });
  await createGuestLink(goes!, lab.sessionId, link());
  return { stays: stays!, goes: goes!, sessionId: lab.sessionId, invitationId, webhookId };
}

type Hosts = Awaited<ReturnType<typeof labWithHosts>>;
type Deed = [name: string, run: (hosts: Hosts) => Promise<unknown>];

/** Resolves once so many connections to this database wait for a lock, or the work is done without. */
async function waitsOrEnds(count: number, work: Promise<unknown>): Promise<void> {
  let ended = false;
  const end = () => void (ended = true);
  work.then(end, end);
  const locked = async () => {
    const [row] = await sqlClient()<{ count: number }[]>`
      select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return row!.count;
  };
  while (!ended && (await locked()) < count);
}

/** What is open of somebody's: whoever hosts no more has none of it. */
async function openOf({ goes }: Hosts) {
  const doors = await sqlClient()<{ door: string }[]>`
    select 'invitation' as door from invitations where created_by = ${goes.userId} and revoked_at is null
    union all select 'guest link' from guest_links where created_by = ${goes.userId} and revoked_at is null
    union all select 'webhook' from webhooks where created_by = ${goes.userId} and enabled`;
  return doors.map(({ door }) => door);
}

const DOORS: Deed[] = [
  ['an invitation', ({ goes }) => createInvitation(goes, link())],
  ['an invitation made anew', ({ goes, invitationId }) => remakeInvitation(goes, invitationId, later())],
  ['a list of people', ({ goes }) => invitePeople(goes, [{ email: 'z@x.example', role: 'rep' }], later())],
  ['a guest link', ({ goes, sessionId }) => createGuestLink(goes, sessionId, link())],
  ['a webhook', ({ goes }) => addWebhook(goes, { ...told, secret: SECRET })],
  ['a webhook switched on', ({ goes, webhookId }) => changeWebhook(goes, webhookId, told)],
  [
    'a request that is accepted',
    async ({ goes, stays }) => {
      const [asked] = await sqlClient()<{ id: string }[]>`select id from requests where lab_id = ${stays.lab.id}`;
      return acceptRequest(goes, asked!.id, 'rep');
    },
  ],
];

const ENDS: Deed[] = [
  ['has another role', ({ stays, goes }) => changeRole(stays, goes.userId, 'rep')],
  ['is removed', ({ stays, goes }) => removeMember(stays, goes.userId)],
  ['deletes the account', ({ goes }) => leave(goes.userId)],
];

/** Every door against the first end, and every end against the first door. */
const PAIRS = ENDS.flatMap((end, index) => (index === 0 ? DOORS : DOORS.slice(0, 1)).map((door) => ({ end, door })));

test.each(PAIRS)('who $end.0 opens no door meanwhile: $door.0', async ({ end: [, end], door: [, open] }) => {
  const hosts = await labWithHosts();
  await askToJoin(hosts.stays.lab.id, { name: 'N', email: 'n@x.example', sells: 'S', deal: 'D' });
  // The end stops where it closes their guest link: the role is gone, and nobody has seen that yet.
  const { answers } = await sqlClient().begin(async (tx) => {
    await tx`select id from guest_links where created_by = ${hosts.goes.userId} for update`;
    const ending = end(hosts);
    await waitsOrEnds(1, ending);
    const opening = open(hosts);
    await waitsOrEnds(2, opening);
    return { answers: Promise.allSettled([ending, opening]) };
  });
  const [, opened] = await answers;
  expect(await openOf(hosts)).toEqual([]);
  expect(opened).toMatchObject({ status: 'rejected', reason: expect.any(HostNoMore) });
});

test.each(ENDS)('who %s right after they opened a door finds it closed', async (_, end) => {
  const hosts = await labWithHosts();
  const ending = await database().transaction(async (tx) => {
    await holdHosting(tx, hosts.goes, 'invitation.create');
    await putInvitation(tx, hosts.goes, link());
    const under = end(hosts);
    await waitsOrEnds(1, under);
    return { under };
  });
  await ending.under;
  expect(await openOf(hosts)).toEqual([]);
  expect((await invitationsOf(hosts.stays)).filter(({ state }) => state === 'open')).toHaveLength(1);
  expect(await guestLinksOf(hosts.stays)).toMatchObject([{ state: 'revoked' }]);
});
