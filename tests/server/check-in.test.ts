import type { ReactElement } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { memberOf } from '@/app/current-person';
import CheckInPage from '@/app/labs/[lab]/(bar)/check-in/[commitment]/page';
import { recordOutcome } from '@/app/labs/[lab]/(bar)/home/actions';
import { pledgedMemberOf } from '@/app/pledged';
import { dueCommitments, reportable } from '@/db/checkins';
import { sqlClient } from '@/db/connection';
import { turnCases } from '@/db/insights';
import type { Membership } from '@/db/labs';
import { loadState } from '@/db/session-log';
import { scheduleSession } from '@/db/session-schedule';
import { openFace, type Face } from '@/server/face';
import { useTestDatabase } from '../support/database';
import { sender } from '../support/heard-lab';
import { startLive, type LiveServer } from '../support/live-server';

useTestDatabase();

vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('@/app/current-person', () => ({ memberOf: vi.fn() }));
vi.mock('@/app/pledged', () => ({ pledgedMemberOf: vi.fn() }));

let server: LiveServer;
const { does, heardLab } = sender(() => server);

beforeAll(async () => {
  server = await startLive();
  openFace({ live: server.live } as unknown as Face);
});
afterAll(() => server.close());
beforeEach(() => void vi.clearAllMocks());

const LADDER = ['yes', 'yes', 'yes', 'unsure', 'no'].map((answer) => ({ answer, evidence: `Seen: ${answer}.` }));

/** What lab home answers to a member who says what became of a commitment. */
async function says(membership: Membership, typed: Record<string, string>) {
  vi.mocked(memberOf).mockResolvedValue({ membership } as Awaited<ReturnType<typeof memberOf>>);
  const form = new FormData();
  for (const [name, value] of Object.entries({ slug: membership.lab.slug, ...typed })) form.set(name, value);
  return recordOutcome({}, form);
}

async function nextSession(host: Membership) {
  const session = (await scheduleSession(host, { startsAt: new Date(), durationMinutes: 90, callUrl: null }))!;
  await does(host, session, 'session.start');
  return session;
}

const rollCallOf = async (session: string) => (await loadState(session)).state.rollCall;

test('what was said on lab home is read out at the next roll call, with its line and its ladder', async () => {
  const { host, rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  const typed = { commitmentId, outcome: 'advanced', note: 'Inga rang.', ladder: JSON.stringify(LADDER) };
  expect(await says(rep, typed)).toEqual({ done: true });
  const rollCall = await rollCallOf(await nextSession(host));
  expect(rollCall).toMatchObject([
    { commitmentId, checkedIn: { outcome: 'advanced', note: 'Inga rang.', ladder: LADDER, by: rep.userId } },
  ]);
  expect(rollCall[0]?.checkIn).toBeUndefined();
});

test('said on lab home while the room meets, it is in the room, and there is one report of it', async () => {
  const { host, rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  const session = await nextSession(host);
  for (const outcome of ['advanced', 'won']) expect(await says(rep, { commitmentId, outcome })).toEqual({ done: true });
  expect(await rollCallOf(session)).toMatchObject([{ checkIn: { outcome: 'won', by: rep.userId } }]);
  expect((await reportable(rep, commitmentId))?.reports).toMatchObject([{ outcome: 'won' }]);
  expect(await sqlClient()`select 1 from checkins where commitment_id = ${commitmentId}`).toHaveLength(1);
});

test('it is its rep’s and the hosts’ to say, and nothing is recorded of what can’t be', async () => {
  const { host, rep, coach, observer } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  for (const other of [coach, observer]) {
    expect(await says(other, { commitmentId, outcome: 'won' })).toEqual({
      message: 'Only its rep and the hosts say what became of it.',
    });
  }
  expect(await says(rep, { commitmentId, outcome: 'perhaps' })).toHaveProperty('errors.outcome');
  const half = JSON.stringify(LADDER.slice(0, 3));
  expect(await says(rep, { commitmentId, outcome: 'won', ladder: half })).toMatchObject({
    message: 'Answer all five rungs, or leave the ladder out.',
  });
  const unpledged = { ...rep, pledgedAt: null } as unknown as Membership;
  expect(await says(unpledged, { commitmentId, outcome: 'won' })).toHaveProperty('message');
  expect((await reportable(host, commitmentId))?.reports).toEqual([]);
  expect(await says(host, { commitmentId, outcome: 'no_change' })).toEqual({ done: true });
  expect((await reportable(host, commitmentId))?.reports).toMatchObject([{ outcome: 'no_change' }]);
});

test('what is said looking back is kept with an end, in the room and beside it, and not with another outcome', async () => {
  const { host, rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  const kept = async () => (await reportable(rep, commitmentId))?.reports.map(({ lookingBack }) => lookingBack);
  expect(await says(rep, { commitmentId, outcome: 'advanced', lookingBack: '4' })).toEqual({ done: true });
  expect(await kept()).toEqual([null]);
  expect(await says(rep, { commitmentId, outcome: 'won', lookingBack: '7' })).toHaveProperty('errors.lookingBack');
  expect(await says(rep, { commitmentId, outcome: 'won', lookingBack: '' })).toEqual({ done: true });
  expect(await says(rep, { commitmentId, outcome: 'won', lookingBack: '4' })).toEqual({ done: true });
  expect(await kept()).toEqual([4, null]);
  const session = await nextSession(host);
  expect(await says(host, { commitmentId, outcome: 'lost', lookingBack: '0' })).toEqual({ done: true });
  expect(await kept()).toEqual([0, 4, null]);
  expect(await rollCallOf(session)).toMatchObject([{ checkIn: { outcome: 'lost', lookingBack: 0 } }]);
});

test('what is said looking back can be left open again, at once and later; one tap says nothing of it', async () => {
  const { host, rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  await sqlClient()`update sessions set status = 'ended' where lab_id = ${host.lab.id}`;
  const kept = async () => (await reportable(rep, commitmentId))?.reports.map(({ lookingBack }) => lookingBack);
  const counts = async () => (await turnCases(host, 0)).find(({ outcome }) => outcome)?.lookingBack;
  await says(rep, { commitmentId, outcome: 'won', lookingBack: '4' });
  await says(rep, { commitmentId, outcome: 'won' });
  expect([await kept(), await counts()]).toEqual([[4], 4]);
  await says(host, { commitmentId, outcome: 'won' });
  expect([await kept(), await counts()]).toEqual([[4, 4], 4]);
  await says(host, { commitmentId, outcome: 'won', lookingBack: '' });
  expect([await kept(), await counts()]).toEqual([[null, 4], null]);
  await says(rep, { commitmentId, outcome: 'lost', lookingBack: '2' });
  await says(host, { commitmentId, outcome: 'lost', lookingBack: '' });
  expect([await kept(), await counts()]).toEqual([[null, 2, null, 4], null]);
});

/** The page of a check-in as a member gets it, in plain text. */
async function pageFor(membership: Membership, commitment: string): Promise<string> {
  vi.mocked(pledgedMemberOf).mockResolvedValue({ membership } as Awaited<ReturnType<typeof pledgedMemberOf>>);
  const params = Promise.resolve({ lab: membership.lab.slug, commitment });
  const stream = await renderToReadableStream(
    (await CheckInPage({ params, searchParams: Promise.resolve({}) })) as ReactElement,
  );
  await stream.allReady;
  return (await new Response(stream).text()).replaceAll('<!-- -->', '').replace(/<[^>]+>/g, '');
}

test('a deal that is reported as over says so where it could be reported otherwise', async () => {
  const { rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  await says(rep, { commitmentId, outcome: 'advanced' });
  expect(await pageFor(rep, commitmentId)).not.toContain('already reported');
  await says(rep, { commitmentId, outcome: 'won' });
  expect(await pageFor(rep, commitmentId)).toMatch(
    /This deal is already reported won on \d+ \w+: what you record now corrects it\./,
  );
});
