import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { recordCheckIn } from '@/db/checkins';
import { sqlClient } from '@/db/connection';
import { historyPage } from '@/db/found';
import { turnCases } from '@/db/insights';
import { recentlyHeard } from '@/db/lab-home';
import { membershipIn, type Membership } from '@/db/labs';
import { followLog, sessionsToFollow } from '@/db/places';
import { scenarioLife } from '@/db/scenario-life';
import { similarDeals } from '@/db/similar';
import { readHistoryQuery } from '@/domain/history-params';
import { calibrationOf } from '@/domain/insights/calibration';
import { lowestOpenRung } from '@/domain/ladder';
import { ladderThroughTime } from '@/domain/scenario-life';
import type { Answer, Outcome } from '@/domain/vocabulary';
import { useTestDatabase } from '../support/database';
import { heldSession } from '../support/held-session';
import { HOST, REP, SESSION } from '../support/session-world';
import { LAB, storeHistory, storeLab } from '../support/stored-lab';

useTestDatabase();

/** What the migration does to the standings of a database that is older than it. */
const BACKFILL = readFileSync('db/migrations/0023_brought_up_to_date.sql', 'utf8').split(
  '--> statement-breakpoint',
)[0]!;

const { world, heard } = heldSession();

let rep: Membership;
let commitmentId: string;

beforeAll(async () => {
  await storeLab((id) => id);
  await storeHistory(SESSION, world.session);
  await follow();
  rep = (await membershipIn(REP, 'thursday-lab'))!;
  const [made] = await sqlClient()<{ id: string }[]>`select id from commitments where rep_id = ${REP}`;
  commitmentId = made!.id;
});

async function follow() {
  for (const id of await sessionsToFollow(true)) while (await followLog(id));
}

async function reports(outcome: Outcome, answers?: Answer[]) {
  await recordCheckIn(rep, { commitmentId, outcome, ladder: answers?.map((answer) => ({ answer })) });
}

/** What each place says of the deal's lowest open rung: 0 where all hold. */
async function told() {
  const found = async (rung: number) =>
    (await historyPage([LAB], readHistoryQuery({ rung: String(rung) }))).results.map(({ deal }) => deal!);
  const byRung = await Promise.all([0, 1, 2, 3, 4, 5].map(found));
  const [result] = byRung.flat();
  const { stands } = ladderThroughTime((await scenarioLife(rep, heard))!);
  const text = 'Two stoppages in March.';
  const host = (await membershipIn(HOST, 'thursday-lab'))!;
  const alike = await Promise.all([1, 2, 3, 4, 5].map((rung) => similarDeals(host, { text, stage: '', rung })));
  return {
    ownPage: stands ?? 0,
    filters: byRung.flatMap((deals, rung) => deals.map(() => rung)),
    result: result?.rung ?? 0,
    read: [result?.whose, result?.read],
    labHome: (await recentlyHeard(rep))[0]?.rung,
    alike:
      alike
        .flat()
        .map(({ shares }) => shares.rung)
        .find((rung) => rung !== null) ?? 0,
  };
}

const at = (rung: number) => ({ ownPage: rung, filters: [rung], result: rung, labHome: rung, alike: rung });

it('a deal stands where its last reveal or check-in left it, on its page, in history, at home and beside others', async () => {
  expect(await told()).toEqual({ ...at(3), read: ['room', ['yes', 'yes', 'no', 'no', 'no']] });
  await reports('advanced', ['yes', 'yes', 'yes', 'unsure', 'no']);
  expect(await told()).toEqual({ ...at(4), read: ['own', ['yes', 'yes', 'yes', 'unsure', 'no']] });
  await reports('no_change');
  expect(await told()).toMatchObject(at(4));
  await reports('won', ['yes', 'yes', 'yes', 'yes', 'yes']);
  expect(await told()).toEqual({ ...at(0), read: ['own', ['yes', 'yes', 'yes', 'yes', 'yes']] });
});

it('and so do deals of older databases, once they are brought up to date', async () => {
  await sqlClient()`update standings set rung = 3 where scenario_id = ${heard}`;
  await sqlClient().unsafe(BACKFILL);
  expect(await told()).toMatchObject(at(0));
});

it('and so it does once it is on the hot seat again', async () => {
  await sqlClient()`
    insert into turns (id, lab_id, session_id, scenario_id, rep_id, started_at, ended_at, votes, reveal)
    select gen_random_uuid(), lab_id, session_id, scenario_id, rep_id, started_at, ended_at, votes,
      reveal || jsonb_build_object('lowestOpenRung', 2, 'at', to_jsonb(now() + interval '1 minute'))
    from turns where scenario_id = ${heard}`;
  await sqlClient()`update place_heads set seq = 0`;
  await follow();
  expect(await told()).toMatchObject(at(2));
  await sqlClient().unsafe(BACKFILL);
  expect(await told()).toMatchObject(at(2));
});

it('a ladder that a host reported is not the rep’s own, though it tells where a deal that was lost stood', async () => {
  const host = (await membershipIn(HOST, 'thursday-lab'))!;
  const [own, hosts]: Answer[][] = [
    ['yes', 'yes', 'yes', 'unsure', 'no'],
    ['yes', 'no', 'no', 'no', 'no'],
  ];
  await reports('no_change', own);
  const ladder = hosts!.map((answer) => ({ answer }));
  await recordCheckIn(host, { commitmentId, outcome: 'lost', ladder });
  const turn = (await turnCases(rep, 0)).find(({ outcome }) => outcome);
  expect(turn).toMatchObject({ outcome: 'lost', ladderNow: own, ladderThen: hosts });
  // What is called right or not is the read of the reveal; the ladder at the end, whoever told it, says where the rung was.
  expect(calibrationOf([turn!]).placed).toMatchObject([{ was: 2, rep: lowestOpenRung(turn!.read, null) }]);
});

it('the ladder at the end of a deal is the one that its end was told with, and none that was told before', async () => {
  const then = async () => (await turnCases(rep, 0)).find(({ ladderNow }) => ladderNow);
  const [before, after]: Answer[][] = [
    ['yes', 'yes', 'yes', 'unsure', 'no'],
    ['yes', 'yes', 'no', 'no', 'no'],
  ];
  await reports('advanced', before);
  await reports('lost');
  expect(await then()).toMatchObject({ outcome: 'lost', ladderNow: before, ladderThen: null });
  await reports('lost', after);
  expect(await then()).toMatchObject({ outcome: 'lost', ladderNow: after, ladderThen: after });
});
