import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { reportable } from '@/db/checkins';
import { sqlClient } from '@/db/connection';
import { historyPage } from '@/db/found';
import { turnCases } from '@/db/insights';
import { membershipIn, type Membership } from '@/db/labs';
import { followLog, sessionsToFollow } from '@/db/places';
import { scenarioLife } from '@/db/scenario-life';
import { readHistoryQuery } from '@/domain/history-params';
import { useTestDatabase } from '../support/database';
import { HOST, REP, SESSION, uid, World } from '../support/session-world';
import { LAB, storeHistory, storeLab } from '../support/stored-lab';

useTestDatabase();

/** What the migration does to the reports of a database that is older than it. */
const BACKFILL = readFileSync('db/migrations/0027_each_check_in.sql', 'utf8').split('--> statement-breakpoint').at(-1)!;
const HELD = ['yes', 'yes', 'yes', 'yes', 'no'];

let world: World;
let scenarioId: string;
let commitmentId: string;
let member: Membership;

const says = (by: string, outcome: string, more: object = {}) => {
  world.now += 60_000;
  world.ok(by, 'checkin.record', { commitmentId, outcome, ...more });
};

async function follow() {
  for (const id of await sessionsToFollow(true)) while (await followLog(id));
}

const places = async (q: string) => (await historyPage([LAB], readHistoryQuery({ q }))).places;
const rows = () => sqlClient()`
  select id, lab_id, commitment_id, session_id, by_id, outcome, ladder, note, looking_back, at from checkins order by at, id`;

/** Seven reports of one meeting; the rep's first and last are edited. */
beforeAll(() => {
  world = new World();
  scenarioId = world.brings(REP);
  world.seats(scenarioId, 'commit');
  const due = { decision: 'pursue', nextStep: 'Call Inga.', dueOn: '2026-12-01' };
  commitmentId = world.makes(REP, 'commitment.make', due);
  says(REP, 'won', { note: 'Okapi waved.' });
  says(REP, 'won', { note: 'Quokka nodded.', ladder: [...HELD].reverse() });
  says(HOST, 'lost', { note: 'Bison backed out.', lookingBack: 3 });
  says(HOST, 'won', { note: 'Civet came back.', lookingBack: 2 });
  says(REP, 'advanced', { note: 'Aardvark called.', ladder: HELD });
  says(REP, 'no_change', { note: 'Dingo says.' });
  says(REP, 'no_change', { note: 'Dingo says wait.' });
  world.ok(HOST, 'turn.end');
  world.ok(HOST, 'session.end');
});

const KEPT = [
  ['won', 'Quokka nodded.'],
  ['lost', 'Bison backed out.'],
  ['won', 'Civet came back.'],
  ['advanced', 'Aardvark called.'],
  ['no_change', 'Dingo says wait.'],
];

beforeEach(async () => {
  await sqlClient()`truncate labs, users cascade`;
  await storeLab((id) => id);
  await storeHistory(SESSION, world.session);
  await follow();
  member = (await membershipIn(REP, 'thursday-lab'))!;
});

it('stays on the deal’s page in the order of what was said, and is found; what its author edited is one', async () => {
  const { checkIns } = (await scenarioLife(member, scenarioId))!;
  expect(checkIns.map(({ outcome, note }) => [outcome, note])).toEqual(KEPT);
  expect(checkIns.map(({ ladder }) => ladder?.map(({ answer }) => answer) ?? null)).toEqual([
    [...HELD].reverse(),
    null,
    null,
    HELD,
    null,
  ]);
  const { reports } = (await reportable(member, commitmentId))!;
  expect(reports.map(({ note }) => note).reverse()).toEqual(KEPT.map(([, note]) => note));
  expect(await places('okapi')).toBe(0);
  for (const word of ['quokka', 'bison', 'civet', 'aardvark', 'dingo']) expect(await places(word)).toBe(1);
});

it('counts once in figures, as the last of its session', async () => {
  const cases = await turnCases(member, 0);
  // What was corrected before the meeting was over is no promise kept.
  expect(cases).toMatchObject([{ outcome: 'no_change', kept: null, lookingBack: null }]);
});

it('comes back from the logs of a lab that is older: as it would have been kept, told with the last, and found', async () => {
  const kept = await rows();
  await sqlClient()`delete from checkins where outcome <> 'no_change'`;
  await sqlClient()`update checkins set told_at = now()`;
  await sqlClient()`delete from places where source = ${commitmentId} and body not like 'Dingo%'`;
  await sqlClient().unsafe(BACKFILL);
  expect((await rows()).map(({ note }) => note as string)).toEqual(KEPT.map(([, note]) => note));
  expect(await rows()).toEqual(kept);
  expect(
    await sqlClient()`
      select count(told_at)::int as told, count(distinct told_at)::int as together from checkins`,
  ).toEqual([{ told: KEPT.length, together: 1 }]);
  await follow();
  for (const word of ['quokka', 'bison', 'civet', 'aardvark', 'dingo']) expect(await places(word)).toBe(1);
  await sqlClient().unsafe(BACKFILL);
  expect(await rows()).toEqual(kept);
});

it('comes back but for what was edited, where each had an id of its own then', async () => {
  const kept = await rows();
  await sqlClient()`delete from checkins`;
  const anew = uid(901);
  await sqlClient()`
    update events set data = jsonb_set(data, '{id}', to_jsonb(${anew}::text))
    where type = 'checkin.recorded' and data ->> 'note' like 'Quokka%'`;
  await sqlClient().unsafe(BACKFILL);
  expect(await rows()).toEqual(kept.map((row) => (/^Quokka/.test(row.note as string) ? { ...row, id: anew } : row)));
});
