import type { ReactElement } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import CheckInPage from '@/app/labs/[lab]/(bar)/check-in/[commitment]/page';
import { pledgedMemberOf } from '@/app/pledged';
import { dueCommitments, reportable } from '@/db/checkins';
import { sqlClient } from '@/db/connection';
import { turnCases } from '@/db/insights';
import type { Membership } from '@/db/labs';
import { scenarioLife } from '@/db/scenario-life';
import { eventsAfter, loadState } from '@/db/session-log';
import { climbIn } from '@/domain/scenario-life';
import { TurnWords } from '@/server/live/turn-words';
import { LADDER, ladderFields, RECORDED, reveal, says, seenBy } from '../support/check-ins';
import { useHeardLab } from '../support/heard-lab';

vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('@/app/current-person', () => ({ memberOf: vi.fn() }));
vi.mock('@/app/pledged', () => ({ pledgedMemberOf: vi.fn() }));

const { does, heardLab, nextSession, rollCallOf } = useHeardLab();

beforeEach(() => void vi.clearAllMocks());

test('what was said on lab home is read out at the next roll call, with its line and its ladder', async () => {
  const { host, rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  const typed = { commitmentId, outcome: 'advanced', note: 'Inga rang.', ...ladderFields(LADDER) };
  expect(await says(rep, typed)).toEqual(RECORDED);
  const rollCall = await rollCallOf(await nextSession(host));
  expect(rollCall).toMatchObject([
    { commitmentId, checkedIn: { outcome: 'advanced', note: 'Inga rang.', ladder: LADDER, by: rep.userId } },
  ]);
  expect(rollCall[0]?.checkIn).toBeUndefined();
});

test('a session that is opened again reads out what was said beside it since its end', async () => {
  const { host, rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  const session = await nextSession(host);
  await says(host, { commitmentId, outcome: 'lost', note: 'Gareth rang.' });
  await does(host, session, 'session.end');
  await does(host, session, 'session.reopen');
  expect(await rollCallOf(session), 'nothing was said').toMatchObject([{ checkIn: { outcome: 'lost' } }]);
  await does(host, session, 'session.end');
  await says(rep, { commitmentId, outcome: 'no_change', note: 'He meant another.' });
  await does(host, session, 'session.reopen');
  const [item] = await rollCallOf(session);
  expect(item).toMatchObject({ checkedIn: { outcome: 'no_change', note: 'He meant another.', by: rep.userId } });
  expect(item?.checkIn).toBeUndefined();
  await says(rep, { commitmentId, outcome: 'won' });
  expect(await rollCallOf(session)).toMatchObject([{ checkIn: { outcome: 'won' } }]);
});

test('so it knows what became of what was promised in it', async () => {
  const { host, rep, lab } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  await says(rep, { commitmentId, outcome: 'advanced', note: 'Inga rang.' });
  const { state: before } = await loadState(lab.sessionId);
  const turnId = before.turns[0]!.id;
  const kept = new TurnWords(lab.sessionId);
  await kept.whole(turnId);
  await does(host, lab.sessionId, 'session.reopen');
  const { turns } = (await loadState(lab.sessionId)).state;
  expect(turns).toMatchObject([{ commitment: { checkIn: { outcome: 'advanced', note: 'Inga rang.' } } }]);
  // Fetched whole too, whether it was read since then or before.
  kept.note(await eventsAfter(lab.sessionId, before.seq));
  for (const words of [kept, new TurnWords(lab.sessionId)])
    expect((await words.whole(turnId))?.commitment).toEqual(turns[0]?.commitment);
});

test('said on lab home while the room meets, it is in the room, and each report is kept once', async () => {
  const { host, rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  const session = await nextSession(host);
  for (const outcome of ['advanced', 'won']) expect(await says(rep, { commitmentId, outcome })).toEqual(RECORDED);
  expect(await rollCallOf(session)).toMatchObject([{ checkIn: { outcome: 'won', by: rep.userId } }]);
  expect((await reportable(rep, commitmentId))?.reports).toMatchObject([{ outcome: 'won' }, { outcome: 'advanced' }]);
  expect(await says(rep, { commitmentId, outcome: 'won', note: 'She signed.' })).toEqual(RECORDED);
  expect(
    await sqlClient()`select outcome, note from checkins where commitment_id = ${commitmentId} order by at`,
  ).toEqual([
    { outcome: 'advanced', note: null },
    { outcome: 'won', note: 'She signed.' },
  ]);
});

test('beside a session another line stands beside the one before, unless its form showed that one', async () => {
  const { host, rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  await sqlClient()`update sessions set status = 'ended' where lab_id = ${host.lab.id}`;
  const kept = async () =>
    (await reportable(rep, commitmentId))?.reports.map(({ note, ladder }) => [note, ladder !== null]);
  const advanced = (typed: Record<string, string>) => says(rep, { commitmentId, outcome: 'advanced', ...typed });
  await advanced({});
  await advanced({ note: 'First meeting held.' });
  await advanced(ladderFields(LADDER));
  expect(await kept(), 'what is added is one report').toEqual([['First meeting held.', true]]);
  const ladderBefore = JSON.stringify(LADDER);
  await advanced({ note: 'Contract sent.', ...ladderFields(LADDER), ladderBefore });
  expect(await kept(), 'a ladder that was not touched is not told again').toEqual([
    ['Contract sent.', false],
    ['First meeting held.', true],
  ]);
  await advanced({ note: 'Contracts sent.', ladderBefore, edits: 'yes' });
  expect(await kept()).toEqual([
    ['Contracts sent.', false],
    ['First meeting held.', true],
  ]);
});

test('a line that is emptied where it was shown is gone, at once and later; one tap leaves it', async () => {
  const { host, rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  await sqlClient()`update sessions set status = 'ended' where lab_id = ${host.lab.id}`;
  const notes = async () => (await reportable(rep, commitmentId))?.reports.map(({ note }) => note);
  const advanced = (typed: Record<string, string>) => says(rep, { commitmentId, outcome: 'advanced', ...typed });
  await advanced({ note: 'Inga is about to leave.' });
  await advanced({});
  expect(await notes()).toEqual(['Inga is about to leave.']);
  await advanced({ note: '', edits: 'yes' });
  expect(await notes()).toEqual([null]);
  await advanced({ note: 'Gareth rang.', edits: 'yes' });
  await sqlClient()`update checkins set at = at - interval '1 hour' where commitment_id = ${commitmentId}`;
  await advanced({ note: ' ', edits: 'yes' });
  expect((await dueCommitments(rep)).map(({ note }) => note)).toEqual([null]);
});

test('it is its rep’s and the hosts’ to say, and nothing is recorded of what can’t be', async () => {
  const { host, rep, coach, observer } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  for (const other of [coach, observer]) {
    expect(await says(other, { commitmentId, outcome: 'won', note: 'I heard.' })).toMatchObject({
      message: 'Only its rep and the hosts say what became of it.',
      values: { outcome: 'won', note: 'I heard.' },
    });
  }
  expect(await says(rep, { commitmentId, outcome: 'perhaps' })).toHaveProperty('errors.outcome');
  const half = { commitmentId, outcome: 'won', note: 'Nearly.', ...ladderFields(LADDER.slice(0, 3)) };
  expect(await says(rep, half)).toMatchObject({
    message: 'Answer all five rungs, or leave the ladder out.',
    values: half,
  });
  const long = LADDER.map((rung, at) => (at === 2 ? { ...rung, evidence: 'x'.repeat(1001) } : rung));
  expect(await says(rep, { commitmentId, outcome: 'won', ...ladderFields(long) })).toMatchObject({
    message: 'Rung 3: At most 1,000 characters.',
    errors: { 'ladder-evidence-2': 'At most 1,000 characters.' },
    values: ladderFields(long),
  });
  const odd = LADDER.map((rung, at) => (at === 1 ? { ...rung, evidence: 'Nothing: \0' } : rung));
  expect(await says(rep, { commitmentId, outcome: 'won', ...ladderFields(odd) })).toMatchObject({
    message: "Rung 2: This text holds a character that can't be kept.",
  });
  // The ladder is all right there.
  const broken = { commitmentId, outcome: 'won', seen: 'x'.repeat(101), ...ladderFields(LADDER) };
  expect(await says(rep, broken)).toMatchObject({ message: "This can't be read. Reload the page." });
  const unpledged = { ...rep, pledgedAt: null } as unknown as Membership;
  expect(await says(unpledged, { commitmentId, outcome: 'won' })).toHaveProperty('message');
  expect((await reportable(host, commitmentId))?.reports).toEqual([]);
  expect(await says(host, { commitmentId, outcome: 'no_change' })).toEqual(RECORDED);
  expect((await reportable(host, commitmentId))?.reports).toMatchObject([{ outcome: 'no_change' }]);
});

test('what is said looking back is kept with an end, in the room and beside it, and refused with another outcome', async () => {
  const { host, rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  const kept = async () => (await reportable(rep, commitmentId))?.reports.map(({ lookingBack }) => lookingBack);
  const goesOn = { commitmentId, outcome: 'advanced', note: 'Inga rang.', lookingBack: '4' };
  const refused = 'One looks back on a deal that is over.';
  expect(await says(rep, { ...goesOn, lookingBackBegan: '' })).toMatchObject({
    message: refused,
    errors: { lookingBack: refused },
    values: goesOn,
  });
  expect(await kept()).toEqual([]);
  // A form that was begun from an end carries what was said with it, and it is dropped with that end.
  expect(await says(rep, { ...goesOn, lookingBackBegan: '4' })).toEqual(RECORDED);
  expect(await kept()).toEqual([null]);
  expect(await says(rep, { commitmentId, outcome: 'won', lookingBack: '7' })).toHaveProperty('errors.lookingBack');
  expect(await says(rep, { commitmentId, outcome: 'won', lookingBack: '' })).toEqual(RECORDED);
  expect(await says(rep, { commitmentId, outcome: 'won', lookingBack: '4' })).toEqual(RECORDED);
  expect(await kept()).toEqual([4, null]);
  const session = await nextSession(host);
  expect(await says(host, { commitmentId, outcome: 'lost', lookingBack: '0' })).toEqual(RECORDED);
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

test('beside a session its author says the last report anew within half an hour; what another was said after stays as it was', async () => {
  const { host, rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  const told = async () => (await reportable(rep, commitmentId))!.reports.map(({ outcome, note }) => [outcome, note]);
  await says(rep, { commitmentId, outcome: 'won', note: 'Inga singed.' });
  await says(rep, { commitmentId, outcome: 'won', note: 'Inga signed.', edits: 'yes' });
  await says(host, { commitmentId, outcome: 'lost', note: 'Gareth rang.' });
  await says(rep, { commitmentId, outcome: 'won', note: 'She did sign.', edits: 'yes' });
  expect(await told()).toEqual([
    ['won', 'She did sign.'],
    ['lost', 'Gareth rang.'],
    ['won', 'Inga signed.'],
  ]);
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

test('each report says which rungs it closed since the one before it, on its page as on the deal’s', async () => {
  const { rep } = await heardLab();
  const { commitmentId, scenarioId } = (await dueCommitments(rep))[0]!;
  await reveal(scenarioId);
  await sqlClient()`update sessions set status = 'ended' where lab_id = ${rep.lab.id}`;
  const four = LADDER.map((one, rung) => (rung === 3 ? { ...one, answer: 'yes' } : one));
  await says(rep, { commitmentId, outcome: 'advanced', ...ladderFields(LADDER) });
  await says(rep, { commitmentId, outcome: 'no_change', note: 'Still.' });
  await says(rep, { commitmentId, outcome: 'advanced', ...ladderFields(four) });
  const life = (await scenarioLife(rep, scenarioId))!;
  expect(life.checkIns.map((one) => climbIn(life, one)?.closed ?? [])).toEqual([[3], [], [4]]);
  const shown = (await pageFor(rep, commitmentId)).match(/Rungs? [^.]+ closed\./g);
  expect(shown).toEqual(['Rung 4 closed.', 'Rung 3 closed.']);
});

test('the page says who hears of it: those whose words it rests on and who can still be told', async () => {
  const { host, rep, coach } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  const named = async (...ids: string[]) => {
    await sqlClient()`update commitments set uses_of = ${ids}::uuid[] where id = ${commitmentId}`;
    return /Moving on is a good outcome\. (.*?words\.)?/.exec(await pageFor(rep, commitmentId))?.[1];
  };
  const names = await sqlClient()<{ id: string; name: string }[]>`select id, name from users`;
  const [coachs, hosts] = [coach, host].map(({ userId }) => names.find(({ id }) => id === userId)!.name);
  const gone = '01900000-0000-7000-8000-00000000dead';
  const became = 'what became of their words.';
  expect(await named(gone, coach.userId, host.userId)).toBe(`${coachs} and ${hosts} hear ${became}`);
  expect(await named(gone, coach.userId)).toBe(`${coachs} hears ${became}`);
  expect(await named(gone)).toBeUndefined();
});

test('what was reported since a page was opened comes back with what was typed there; sent again it is recorded after it', async () => {
  const { host, rep } = await heardLab();
  const { commitmentId, seen } = (await dueCommitments(rep))[0]!;
  expect(seen).toBeNull();
  const told = async () => (await reportable(rep, commitmentId))!.reports.map(({ outcome, note }) => [outcome, note]);
  // Beside a session, and in the log of one that is under way.
  for (const during of [false, true]) {
    const before = await told();
    const opened = await seenBy(rep, commitmentId);
    if (during) await nextSession(host);
    await says(host, { commitmentId, outcome: 'lost', note: 'Gareth rang.' });
    const typed = { commitmentId, outcome: 'won', note: 'Inga signed.', lookingBack: '' };
    const answer = await says(rep, { ...typed, seen: opened });
    const lost = { outcome: 'lost', note: 'Gareth rang.', byName: expect.any(String) as string };
    expect(answer).toMatchObject({ values: typed, done: { newer: lost } });
    expect(await told()).toEqual([['lost', 'Gareth rang.'], ...before]);
    const { newer } = answer.done as { newer: { seen: string } };
    expect((await dueCommitments(rep)).map((due) => due.seen)).toEqual([newer.seen]);
    expect(await says(rep, { ...typed, seen: newer.seen })).toEqual(RECORDED);
    expect(await told()).toEqual([['won', 'Inga signed.'], ['lost', 'Gareth rang.'], ...before]);
  }
});

test('a line that its author has added on another page is not written over unseen; the same sent twice is one', async () => {
  const { rep } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  const typed = { commitmentId, outcome: 'won', note: 'Inga signed.' };
  for (const seen of ['', '']) expect(await says(rep, { ...typed, seen })).toEqual(RECORDED);
  const opened = await seenBy(rep, commitmentId);
  await says(rep, { ...typed, note: 'Inga signed on Friday.', edits: 'yes' });
  expect(await says(rep, { ...typed, note: 'Signed!', seen: opened })).toHaveProperty('done.newer');
  expect((await reportable(rep, commitmentId))!.reports).toMatchObject([{ note: 'Inga signed on Friday.' }]);
});
