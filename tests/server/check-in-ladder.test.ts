import { beforeEach, expect, test, vi } from 'vitest';
import { dueCommitments, reportable } from '@/db/checkins';
import { sqlClient } from '@/db/connection';
import { coachedBy } from '@/db/lab-home';
import { usedFacts } from '@/db/mail-deal-facts';
import { scenarioLife } from '@/db/scenario-life';
import { eventsAfter, loadState } from '@/db/session-log';
import { climbOf } from '@/domain/ladder';
import { recapOf } from '@/domain/recap';
import { climbIn } from '@/domain/scenario-life';
import { ladderByOf, ladderOf } from '@/domain/session';
import { LADDER, ladderFields, RECORDED, reveal, says, seenBy } from '../support/check-ins';
import { useHeardLab } from '../support/heard-lab';

vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('@/app/current-person', () => ({ memberOf: vi.fn() }));

const { does, heardLab, nextSession, rollCallOf } = useHeardLab();

beforeEach(() => void vi.clearAllMocks());

test('a ladder that a later report leaves out stands wherever it is shown, and is told as closing a rung once', async () => {
  const { host, rep, coach, lab } = await heardLab();
  const { commitmentId, scenarioId } = (await dueCommitments(rep))[0]!;
  const carried = { ladderBefore: JSON.stringify(LADDER), ...ladderFields(LADDER) };
  expect(await says(rep, { commitmentId, outcome: 'advanced', ...ladderFields(LADDER) })).toEqual(RECORDED);
  expect(await says(rep, { commitmentId, outcome: 'no_change', note: 'Still.', ...carried })).toEqual(RECORDED);
  const told = async () => (await reportable(rep, commitmentId))!;
  expect((await told()).reports.map(({ ladder }) => ladder)).toEqual([null, LADDER]);
  expect((await told()).stands).toEqual(LADDER);
  expect(await dueCommitments(rep)).toMatchObject([{ outcome: 'no_change', ladder: LADDER }]);
  await reveal(scenarioId);
  expect(await coachedBy(coach)).toMatchObject([{ outcome: 'no_change', climb: { closed: [3], open: 4 } }]);
  const life = (await scenarioLife(rep, scenarioId))!;
  expect(life.checkIns.map((one) => climbIn(life, one)?.closed ?? [])).toEqual([[3], []]);

  const session = await nextSession(host);
  const stands = async () => {
    const { state } = await loadState(session);
    const [{ ladder } = {}] = recapOf(await eventsAfter(session, 0)).rollCall;
    expect(ladder).toEqual(ladderOf(state, state.rollCall[0]!));
    return ladder?.map(({ answer }) => answer);
  };
  const answers = LADDER.map(({ answer }) => answer);
  expect(await stands()).toEqual(answers);
  // In the room and from the page: the one that stands is not told again, and an edit loses none.
  await does(host, session, 'checkin.record', { commitmentId, outcome: 'advanced' });
  expect(await says(rep, { commitmentId, outcome: 'won', ...carried })).toEqual(RECORDED);
  expect(await stands()).toEqual(answers);
  expect((await told()).reports.map(({ ladder }) => ladder !== null)).toEqual([false, false, false, true]);
  const four = LADDER.map((one, rung) => (rung === 3 ? { ...one, answer: 'yes' } : one));
  expect(await says(rep, { commitmentId, outcome: 'won', ...carried, ...ladderFields(four) })).toEqual(RECORDED);
  const again = { ladderBefore: JSON.stringify(four), ...ladderFields(four) };
  expect(await says(rep, { commitmentId, outcome: 'won', note: 'Signed.', ...again })).toEqual(RECORDED);
  expect((await told()).reports.map(({ ladder }) => ladder !== null)).toEqual([true, false, false, true]);
  expect(await stands()).toEqual(four.map(({ answer }) => answer));
  await does(host, session, 'session.end');
  // Not reported since: it stands in the roll call of the week after, too.
  await sqlClient()`update checkins set outcome = 'advanced' where lab_id = ${lab.labId}`;
  const [next] = await rollCallOf(await nextSession(host));
  expect(next).toMatchObject({ ladderBefore: four, ladderBy: rep.userId });
  expect(next?.checkedIn).toBeUndefined();
});

test('a report is told alike to its rep, to those who coached it and on the deal’s page: since the report before it', async () => {
  const { rep, coach } = await heardLab();
  const { commitmentId, scenarioId } = (await dueCommitments(rep))[0]!;
  await reveal(scenarioId);
  const told = (answers: string) =>
    LADDER.map((one, rung) => ({ ...one, answer: answers[rung] === 'y' ? 'yes' : 'no' }));
  await says(rep, { commitmentId, outcome: 'advanced', ...ladderFields(told('yyyyy')) });
  expect((await coachedBy(coach))[0]?.climb).toEqual({ closed: [3, 4, 5], open: null });
  await says(rep, { commitmentId, outcome: 'no_change', note: 'Slid back.', ...ladderFields(told('ynyyy')) });
  const slid = { closed: [], open: 2 };
  const [due] = await dueCommitments(rep);
  expect(climbOf({ ladder: due?.ladder, before: due?.ladderBefore, held: due?.held })).toEqual(slid);
  expect((await coachedBy(coach))[0]?.climb).toEqual(slid);
  const life = (await scenarioLife(rep, scenarioId))!;
  expect(climbIn(life, life.checkIns[1]!)).toEqual(slid);
});

test('what a ladder closed is told until the next session has ended, and of a promise made anew nothing that came before', async () => {
  const { host, rep, coach } = await heardLab();
  const { commitmentId, scenarioId } = (await dueCommitments(rep))[0]!;
  await reveal(scenarioId);
  await says(rep, { commitmentId, outcome: 'advanced', ...ladderFields(LADDER) });
  const atHome = async () => {
    const [due] = await dueCommitments(rep);
    return climbOf({ ladder: due?.ladder, before: due?.ladderBefore, held: due?.held });
  };
  expect(await atHome()).toEqual({ closed: [3], open: 4 });
  await does(host, await nextSession(host), 'session.end');
  expect(await atHome()).toEqual({ closed: [], open: 4 });
  await says(rep, { commitmentId, outcome: 'no_change', note: 'Still.' });
  const climbs = async () => {
    const life = (await scenarioLife(rep, scenarioId))!;
    const { reports, held } = (await reportable(rep, commitmentId))!;
    return [
      (await atHome())?.closed,
      reports.map((one) => climbOf({ ...one, held })?.closed ?? []).toReversed(),
      life.checkIns.map((one) => climbIn(life, one)?.closed ?? []),
    ];
  };
  expect(await climbs()).toEqual([[], [[3], []], [[3], []]]);
  expect((await coachedBy(coach))[0]?.climb).toEqual({ closed: [], open: 4 });

  const sql = sqlClient();
  await sql`
    update commitments set made_at = clock_timestamp(), uses = array(
      select id from contributions where turn_id = commitments.turn_id and author_id = ${coach.userId})
    where id = ${commitmentId}`;
  const four = LADDER.map((one, rung) => (rung === 3 ? { ...one, answer: 'yes' } : one));
  await says(rep, { commitmentId, outcome: 'advanced', ...ladderFields(four) });
  expect(await climbs()).toEqual([
    [3, 4],
    [[3], [], [3, 4]],
    [[3], [], [3, 4]],
  ]);
  const news = await sql<{ id: string }[]>`
    update checkins set told_at = case when at < (select made_at from commitments where id = ${commitmentId})
      then now() - interval '1 day' end
    where commitment_id = ${commitmentId} returning id`;
  const { lab, userId } = coach;
  const mailLab = { ...lab, zone: lab.timeZone };
  const frame = { to: 'coach@example.com', lab: mailLab, userId, sessionId: undefined, now: Date.now() };
  const mailed = await usedFacts({ checkInIds: news.map(({ id }) => id) }, frame);
  expect(mailed?.reports.map(({ climb }) => climb?.closed)).toEqual([[3, 4]]);
  expect((await coachedBy(coach))[0]?.climb?.closed).toEqual([3, 4]);
});

test('a ladder that was told beside a session stands in it once it is opened again, whichever report beside it told it', async () => {
  const { host, rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  const session = await nextSession(host);
  await does(rep, session, 'checkin.record', { commitmentId, outcome: 'advanced', ladder: LADDER });
  await does(host, session, 'session.end');
  const four = LADDER.map((one, rung) => (rung === 3 ? { ...one, answer: 'yes' } : one));
  await says(host, { commitmentId, outcome: 'advanced', ...ladderFields(four) });
  await says(rep, { commitmentId, outcome: 'no_change' });
  await does(host, session, 'session.reopen');
  const stand = async () => {
    const { state } = await loadState(session);
    const item = state.rollCall[0]!;
    return [ladderOf(state, item), ladderByOf(state, item), (await reportable(rep, commitmentId))!.stands];
  };
  expect(await stand()).toEqual([four, host.userId, four]);
  await does(rep, session, 'checkin.record', { commitmentId, outcome: 'advanced' });
  expect(await stand()).toEqual([four, host.userId, four]);
  const { reports } = (await reportable(rep, commitmentId))!;
  expect(reports.map(({ outcome, ladder }) => [outcome, ladder])).toEqual([
    ['advanced', null],
    ['no_change', null],
    ['advanced', four],
    ['advanced', LADDER],
  ]);
});

test.each([
  ['beside a session', false],
  ['in the log of one that is under way', true],
])('of two at once %s one is recorded, and the other is told of it', async (_, during) => {
  const { host, rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  if (during) await nextSession(host);
  const kept = async () => (await reportable(host, commitmentId))!.reports.length;
  for (let round = 0; round < 15; round += 1) {
    const [seen, before] = [await seenBy(rep, commitmentId), await kept()];
    const outcomes = round % 2 ? ['won', 'advanced'] : ['lost', 'no_change'];
    const answers = await Promise.all(
      [rep, host].map((who, at) => says(who, { commitmentId, outcome: outcomes[at]!, note: `Round ${round}.`, seen })),
    );
    expect(answers.filter(({ done }) => done && 'recorded' in done)).toHaveLength(1);
    expect(answers.filter(({ done }) => done && 'newer' in done)).toMatchObject([
      { values: { commitmentId }, done: { newer: { note: `Round ${round}.` } } },
    ]);
    expect(await kept()).toBe(before + 1);
  }
});
