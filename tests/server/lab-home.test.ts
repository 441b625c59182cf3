import { expect, test } from 'vitest';
import { dueCommitments, ownerOfCommitment, recordCheckIn, reportable, runningSession } from '@/db/checkins';
import { sqlClient } from '@/db/connection';
import { coachedBy, queueOf, recentlyHeard, upcomingSessions } from '@/db/lab-home';
import { changedBy, draftIn, dropDraft, editableScenario, keepDraft, sessionForDeals } from '@/db/scenarios';
import { readMail } from '@/db/mail-facts';
import { planMail } from '@/db/mail-plan';
import type { StoredMail } from '@/db/outbox';
import { namesOf } from '@/db/people';
import { dayIn } from '@/domain/session';
import { aDeal } from '../support/deals';
import { peopleOf, useHeardLab } from '../support/heard-lab';
import { makeLab } from '../support/lab';

const LADDER = ['yes', 'yes', 'yes', 'unsure', 'no'] as const;

const { sends, does, heardLab, nextSession, rollCallOf } = useHeardLab();

test('the queue shows a ladder to its rep and the hosts, and to nobody else', async () => {
  const lab = await makeLab();
  const { host, rep, coach, observer } = await peopleOf(lab);
  await does(rep, lab.sessionId, 'scenario.submit', aDeal());
  const ladders = await Promise.all(
    [host, rep, coach, observer].map(async (who) => (await queueOf(who, lab.sessionId))[0]?.ladder !== undefined),
  );
  expect(ladders).toEqual([true, true, false, false]);
});

test("another lab's session has no queue", async () => {
  const lab = await makeLab();
  const { rep } = await peopleOf(lab);
  await does(rep, lab.sessionId, 'scenario.submit', aDeal());
  const { host: stranger } = await peopleOf(await makeLab());
  expect(await queueOf(stranger, lab.sessionId)).toEqual([]);
});

test('a commitment is asked about until it came to an end, and a report can be mended', async () => {
  const { host, rep, coach, observer, dueOn } = await heardLab();
  const [due] = await dueCommitments(rep);
  expect(due).toMatchObject({ account: 'Halden', nextStep: 'Call Inga.', dueOn, outcome: null, repId: rep.userId });
  expect(await dueCommitments(coach)).toEqual([]);
  expect(await dueCommitments(observer)).toEqual([]);
  expect(await dueCommitments(host)).toHaveLength(1);

  const commitmentId = due!.commitmentId;
  await recordCheckIn(rep, { commitmentId, outcome: 'advanced' });
  await recordCheckIn(rep, { commitmentId, outcome: 'won', note: 'They signed.' });
  expect(await dueCommitments(rep)).toMatchObject([{ outcome: 'won', note: 'They signed.' }]);
  expect(await coachedBy(coach)).toMatchObject([
    { account: 'Halden', outcome: 'won', note: 'They signed.', words: null },
  ]);
  expect(await coachedBy(rep)).toEqual([]);
  expect(await recentlyHeard(observer)).toMatchObject([{ title: 'Halden Dairy', outcome: 'won', rung: null }]);

  // The next session's end closes the book on what came to an end before it.
  const session = await nextSession(host);
  expect(await upcomingSessions(host)).toMatchObject([{ id: session, number: 2 }]);
  expect(await runningSession(host)).toBe(session);
  await does(host, session, 'session.end');
  expect(await dueCommitments(rep)).toEqual([]);
});

test('of two reports the latest counts and both are kept; a line said after it belongs to the same', async () => {
  const { host, rep, coach } = await heardLab();
  const commitmentId = (await dueCommitments(rep))[0]!.commitmentId;
  const ladder = LADDER.map((answer) => ({ answer }));
  await recordCheckIn(rep, { commitmentId, outcome: 'advanced', ladder });
  await recordCheckIn(rep, { commitmentId, outcome: 'advanced', note: 'Inga rang.' });
  expect((await reportable(rep, commitmentId))?.reports).toMatchObject([
    {
      outcome: 'advanced',
      note: 'Inga rang.',
      ladder,
      byName: (await namesOf(rep.lab.id, [rep.userId])).get(rep.userId),
    },
  ]);
  await recordCheckIn(host, { commitmentId, outcome: 'no_change' });
  await Promise.all([1, 2].map(() => recordCheckIn(rep, { commitmentId, outcome: 'won' })));
  const reports = (await reportable(host, commitmentId))!.reports;
  expect(reports.map(({ outcome }) => outcome).sort()).toEqual(['advanced', 'no_change', 'won']);
  expect((await dueCommitments(rep))[0]?.outcome).toBe(reports[0]!.outcome);
  expect(await reportable(coach, commitmentId)).toBeUndefined();
  expect(await reportable((await peopleOf(await makeLab())).host, commitmentId)).toBeUndefined();
});

test('moving on is read out once at the roll call, and asked about nowhere', async () => {
  const { host, rep } = await heardLab({ decision: 'move_on' });
  expect(await dueCommitments(rep)).toEqual([]);
  const next = async () => {
    const session = await nextSession(host);
    const rollCall = await rollCallOf(session);
    await does(host, session, 'session.end');
    return rollCall;
  };
  expect(await next()).toMatchObject([{ decision: 'move_on', repId: rep.userId }]);
  expect(await next()).toEqual([]);
});

test('what nobody answered is asked about week after week, as long as its rep is in the lab', async () => {
  const { host, rep } = await heardLab();
  for (let week = 0; week < 3; week += 1) {
    if (week === 2) await sqlClient()`delete from members where user_id = ${rep.userId}`;
    const session = await nextSession(host);
    expect(await rollCallOf(session)).toHaveLength(week === 2 ? 0 : 1);
    await does(host, session, 'session.end');
  }
});

test('whose deal was carried over hears of it once, when the end can no more be undone', async () => {
  const lab = await makeLab();
  const { host, rep, coach } = await peopleOf(lab);
  await does(coach, lab.sessionId, 'scenario.submit', aDeal('First of another'));
  await does(rep, lab.sessionId, 'scenario.submit', aDeal('The clinic'));
  await does(coach, lab.sessionId, 'scenario.second', { scenarioId: (await queueOf(rep, lab.sessionId))[1]!.id });
  await does(host, lab.sessionId, 'session.start');
  const halfAnHour = new Date(Date.now() + 31 * 60_000);
  const told = async () => sqlClient()<(StoredMail & { key: string })[]>`
    select key, kind, "to", user_id as "userId", lab_id as "labId", session_id as "sessionId", data
    from outbox where lab_id = ${lab.labId} and kind = 'carried_over'`;
  await does(host, lab.sessionId, 'session.end');
  await planMail();
  expect(await told()).toEqual([]);
  await does(host, lab.sessionId, 'session.reopen');
  await planMail(halfAnHour);
  expect(await told()).toEqual([]);
  await does(host, lab.sessionId, 'session.end');
  await planMail(halfAnHour);
  await planMail(halfAnHour);
  const mails = await told();
  expect(mails.map(({ userId }) => userId).sort()).toEqual([rep.userId, coach.userId].sort());
  const mine = mails.find(({ userId }) => userId === rep.userId)!;
  const deals = [{ title: 'The clinic', place: 2, seconds: 1 }];
  expect(await readMail(mine)).toMatchObject({ facts: { from: 1, session: { number: 2 }, deals } });
  const { sessionId: next } = mine;
  await does(host, next!, 'session.start');
  expect(await readMail(mine)).toBeUndefined();
});

test('a commitment of another lab has no owner here', async () => {
  const { rep } = await heardLab();
  const [due] = await dueCommitments(rep);
  const { host: stranger } = await peopleOf(await makeLab());
  expect(await ownerOfCommitment(rep, due!.commitmentId)).toBe(rep.userId);
  expect(await ownerOfCommitment(stranger, due!.commitmentId)).toBeUndefined();
});

test('a deal is edited by its rep and the hosts, who see who was quicker', async () => {
  const lab = await makeLab();
  const { host, rep, coach, observer } = await peopleOf(lab);
  await does(rep, lab.sessionId, 'scenario.submit', aDeal());
  const id = (await queueOf(rep, lab.sessionId))[0]!.id;
  const read = await editableScenario(rep, id);
  expect(read).toMatchObject({ sessionId: lab.sessionId, scenario: { title: 'Acme renewal' } });
  expect(await editableScenario(coach, id)).toBeUndefined();
  expect(await editableScenario(observer, id)).toBeUndefined();
  expect(await editableScenario((await peopleOf(await makeLab())).host, id)).toBeUndefined();

  const base = read!.base;
  await does(host, lab.sessionId, 'scenario.edit', { scenarioId: id, base, changes: { tried: 'A call.' } });
  const late = { scenarioId: id, base, changes: { tried: 'A mail.' } };
  expect(await sends(rep, lab.sessionId, 'scenario.edit', late)).toMatchObject({
    ok: false,
    error: { code: 'conflict', field: 'changes.tried' },
  });
  expect(await changedBy(lab.sessionId, id, 'tried', base)).toBe(host.userId);
  expect(await changedBy(lab.sessionId, id, 'ask', base)).toBeUndefined();

  await does(host, lab.sessionId, 'session.start');
  await does(host, lab.sessionId, 'session.end');
  const carried = await editableScenario(rep, id);
  expect(carried?.sessionId).not.toBe(lab.sessionId);
  expect(await sessionForDeals(rep)).toMatchObject({ id: carried?.sessionId, live: false });
});

test('a draft is kept for its writer in its lab, and forgotten', async () => {
  const { rep, coach } = await peopleOf(await makeLab());
  expect(await draftIn(rep)).toBeUndefined();
  await keepDraft(rep, { title: 'Begun' });
  await keepDraft(rep, { title: 'Begun, and on it' });
  expect(await draftIn(rep)).toMatchObject({ data: { title: 'Begun, and on it' } });
  expect(await draftIn(coach)).toBeUndefined();
  await dropDraft(rep);
  expect(await draftIn(rep)).toBeUndefined();
});

test('C10: what is promised anew after it came to an end is asked about again', async () => {
  const { host, rep, lab } = await heardLab();
  await does(host, lab.sessionId, 'session.reopen');
  const [due] = await dueCommitments(rep);
  const dueOn = dayIn('Europe/Berlin', Date.now() + 86_400_000 * 3);
  await does(rep, lab.sessionId, 'checkin.record', { commitmentId: due!.commitmentId, outcome: 'moved_on' });
  const { scenarioId } = due!;
  const anew = { decision: 'pursue', nextStep: 'Call once more.', dueOn, scenarioId };
  await does(rep, lab.sessionId, 'commitment.make', anew);
  await does(host, lab.sessionId, 'session.end');
  expect((await dueCommitments(rep)).map(({ nextStep, outcome }) => [nextStep, outcome])).toEqual([
    ['Call once more.', null],
  ]);
});
