import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { memberOf } from '@/app/current-person';
import { giveRole, remove } from '@/app/labs/[lab]/(bar)/members/actions';
import { leave } from '@/app/labs/actions';
import { createGuestLink, enterAsGuest } from '@/db/guests';
import { membershipIn, type Membership } from '@/db/labs';
import { openFace, type Face } from '@/server/face';
import { useTestDatabase } from '../support/database';
import { makeLab } from '../support/lab';

useTestDatabase();

vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('@/app/current-person', () => ({ memberOf: vi.fn() }));

const removeMember = vi.fn<Face['live']['removeMember']>(async () => undefined);
const memberChanged = vi.fn(async () => undefined);

const endTurnsOf = vi.fn<Face['live']['endTurnsOf']>(async () => undefined);
const live = { removeMember, memberChanged, endTurnsOf, sharingChanged: memberChanged };

beforeAll(() => openFace({ live } as unknown as Face));
beforeEach(() => void vi.clearAllMocks());

/** A lab with two hosts, and a guest whom the second one let in. */
async function labWithGuest() {
  const lab = await makeLab({ hosts: 2 });
  const [stays, goes] = (await Promise.all(lab.hosts.map(({ id }) => membershipIn(id, lab.labId)))) as Membership[];
  const link = { expiresAt: new Date(Date.now() + 86_400_000), maxUses: 5 };
  const guest = (await enterAsGuest((await createGuestLink(goes!, lab.sessionId, link))!, 'Gus'))!;
  return { stays: stays!, goes: goes!, guestId: guest.userId };
}

type Action = typeof giveRole;

async function does(action: Action, membership: Membership, typed: Record<string, string> = {}) {
  vi.mocked(memberOf).mockResolvedValue({ membership } as Awaited<ReturnType<typeof memberOf>>);
  const form = new FormData();
  for (const [name, value] of Object.entries({ slug: membership.lab.slug, ...typed })) form.set(name, value);
  return action({}, form);
}

const sentOut = () => removeMember.mock.calls.map(([, id]) => id).toSorted();

test('the guests of a host who gets another role are sent out of the live rooms, and the host stays', async () => {
  const { stays, goes, guestId } = await labWithGuest();
  expect(await does(giveRole, stays, { memberId: goes.userId, role: 'rep' })).toEqual({});
  expect(sentOut()).toEqual([guestId]);
});

test('the guests of a host who is removed are sent out with them', async () => {
  const { stays, goes, guestId } = await labWithGuest();
  expect(await does(remove, stays, { memberId: goes.userId })).toEqual({});
  expect(sentOut()).toEqual([goes.userId, guestId].toSorted());
  expect(endTurnsOf).toHaveBeenCalledExactlyOnceWith(goes.lab.id, goes.userId);
});

test('the guests of a host who leaves are sent out with them', async () => {
  const { goes, guestId } = await labWithGuest();
  await expect(does(leave, goes)).rejects.toThrow('NEXT_REDIRECT');
  expect(sentOut()).toEqual([goes.userId, guestId].toSorted());
  expect(endTurnsOf).toHaveBeenCalledExactlyOnceWith(goes.lab.id, goes.userId);
});
