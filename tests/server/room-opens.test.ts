import { afterEach, expect, test, vi } from 'vitest';
import { guestHere, signedIn } from '@/app/current-person';
import { GET } from '@/app/sessions/[id]/live/facts/route';
import type { NewerMeeting } from '@/app/sessions/[id]/live/meeting';
import { sqlClient } from '@/db/connection';
import { guestLinksOf, guestOf, revokeGuestLink } from '@/db/guests';
import { archiveLab } from '@/db/lab-settings';
import type { Account } from '@/db/people';
import { changeSession, setLabCall } from '@/db/session-schedule';
import { useTestDatabase } from '../support/database';
import { hostOf, makeGuest } from '../support/guests';
import { addOutsider, addSession, makeLab } from '../support/lab';

vi.mock('@/app/current-person', () => ({ signedIn: vi.fn(), guestHere: vi.fn() }));

useTestDatabase();
afterEach(() => vi.resetAllMocks());

const CALL = 'https://meet.example/sharpen';

/** What somebody gets who asks for the facts of a session's room; undefined where there is nothing for them. */
async function facts(id: string, who: { id?: string; guestId?: string }): Promise<NewerMeeting | undefined> {
  vi.mocked(signedIn).mockResolvedValue(who.id === undefined ? undefined : ({ id: who.id } as Account));
  // Whose device it is, and whether their link stands, is asked of the database.
  vi.mocked(guestHere).mockImplementation(async (sessionId) =>
    who.guestId === undefined ? undefined : guestOf(sessionId, who.guestId),
  );
  const answer = await GET(new Request('https://lab.example'), { params: Promise.resolve({ id }) });
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  if (answer.status === 200) return (await answer.json()) as NewerMeeting;
  expect([answer.status, await answer.text()]).toEqual([404, '']);
  return undefined;
}

test('W21: a room’s facts are told as they are now to its lab, and to a guest without what is the lab’s alone', async () => {
  const lab = await makeLab();
  const [host, guestId] = [await hostOf(lab), await makeGuest(lab)];
  await setLabCall(host, CALL);
  for (const who of [lab.hosts[0]!, lab.reps[0]!, lab.observers[0]!])
    expect(await facts(lab.sessionId, who)).toMatchObject({ number: 1, callUrl: CALL, userId: who.id, guest: false });
  const startsAt = '2031-01-09T16:00:00.000Z';
  await changeSession(host, lab.sessionId, { startsAt: new Date(startsAt), durationMinutes: 60, callUrl: null });
  await addSession(lab.labId, 2);
  await sqlClient()`update sessions set number = 3 where id = ${lab.sessionId}`;
  const changed = { sessionId: lab.sessionId, number: 3, startsAt, callUrl: CALL };
  const member = await facts(lab.sessionId, lab.reps[0]!);
  expect(member).toMatchObject(changed);
  expect(member!.lobby!.members).toHaveLength(6);
  const guest = await facts(lab.sessionId, { guestId });
  expect(guest).toMatchObject({ ...changed, userId: guestId, guest: true });
  expect(guest!.lobby).toMatchObject({ due: [] });
  expect(guest!.lobby!.members.map(({ id }) => id).sort()).toEqual(lab.hosts.map(({ id }) => id).sort());
});

test('W21: once a session has begun its room’s facts are told without what its lobby shows', async () => {
  const lab = await makeLab();
  const who = [lab.reps[0]!, { guestId: await makeGuest(lab) }];
  for (const one of who) expect(await facts(lab.sessionId, one)).toHaveProperty('lobby');
  for (const status of ['live', 'closing']) {
    await sqlClient()`update sessions set status = ${status}, started_at = now() where id = ${lab.sessionId}`;
    for (const one of who) {
      const told = await facts(lab.sessionId, one);
      expect(told).toMatchObject({ number: 1, status });
      expect(told).not.toHaveProperty('lobby');
    }
  }
});

test('W21: a room’s facts are told to nobody for whom its page does not open', async () => {
  const lab = await makeLab();
  const host = await hostOf(lab);
  const [rep, other] = lab.reps;
  const guestId = await makeGuest(lab);
  const elsewhere = await makeLab();
  expect(await facts(lab.sessionId, {})).toBeUndefined();
  expect(await facts(lab.sessionId, await addOutsider())).toBeUndefined();
  expect(await facts(lab.sessionId, elsewhere.hosts[0]!)).toBeUndefined();
  expect(await facts('no id', rep!)).toBeUndefined();
  // A guest's link leads to one session, also within the lab.
  expect(await facts(await addSession(lab.labId, 2), { guestId })).toBeUndefined();
  expect(await facts(elsewhere.sessionId, { guestId })).toBeUndefined();
  await sqlClient()`delete from members where lab_id = ${lab.labId} and user_id = ${other!.id}`;
  expect(await facts(lab.sessionId, other!)).toBeUndefined();
  expect(await facts(lab.sessionId, { guestId })).toBeDefined();
  await revokeGuestLink(host, (await guestLinksOf(host))[0]!.id);
  expect(await facts(lab.sessionId, { guestId })).toBeUndefined();
  await sqlClient()`update labs set pledge_since = now() + interval '1 minute' where id = ${lab.labId}`;
  const inside = await facts(lab.sessionId, rep!);
  expect(inside, 'who sits there while the pledge is changed stays, without what a pledge is for').toMatchObject({
    number: 1,
  });
  expect(inside).not.toHaveProperty('lobby');
  await sqlClient()`update labs set pledge_since = null where id = ${lab.labId}`;
  expect(await facts(lab.sessionId, rep!)).toHaveProperty('lobby');
  expect(await archiveLab(host)).toBe('archived');
  expect(await facts(lab.sessionId, rep!)).toBeUndefined();
});
