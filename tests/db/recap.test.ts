import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sqlClient } from '@/db/connection';
import { sessionRecap, type SessionRecap } from '@/db/recap';
import { sessionPlace } from '@/db/session-place';
import { recapOf } from '@/domain/recap';
import { recapMarkdown } from '@/domain/recap-markdown';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { useTestDatabase } from '../support/database';
import {
  deal,
  HOST,
  NEXT_SESSION,
  OBSERVER,
  OLD_COMMITMENT,
  REP,
  REP_2,
  REP_3,
  SESSION,
  START,
  STRANGER,
  uid,
  World,
} from '../support/session-world';
import { storeLab, storeLog } from '../support/stored-lab';

vi.mock('@/domain/recap', { spy: true });

useTestDatabase();

const NAMES = new Map([
  [HOST, 'Ruth Adeyemi'],
  [REP, 'Marisol Vega'],
  [REP_2, 'Devon Okafor'],
  [REP_3, 'Caitlin Moore'],
  [OBSERVER, 'Ellen Marsh'],
]);

/** Words that the room may never read; each says why. */
const SECRETS = [
  'SECRET evidence of a deal never revealed',
  'SECRET pipeline note for the hosts',
  'SECRET words withdrawn',
  'SECRET words hidden',
  'SECRET words edited away',
  'SECRET note between hosts',
  'SECRET sealed question',
];

/** One turn with all that a recap is about, one deal not reached, and something secret of every kind. */
function heldSession(): World {
  const world = new World();
  const ids = (type: string, by: string, data: object) => {
    const made = world.ok(by, type, data)[0]?.data;
    return made && 'id' in made ? (made.id as string) : '';
  };
  const heard = ids('scenario.submit', REP, deal());
  ids('scenario.submit', REP_2, {
    ...deal({ title: 'Never reached' }),
    ladder: Array.from({ length: 5 }, () => ({ answer: 'no', evidence: SECRETS[0] })),
    pipeline: { otherLiveDeals: 1, lifeOrDeath: 5, note: SECRETS[1], hostsOnly: true },
  });
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'host.note', { body: SECRETS[5] });
  world.ok(HOST, 'checkin.record', { commitmentId: OLD_COMMITMENT, outcome: 'won', note: 'Signed on Friday' });
  world.ok(HOST, 'turn.start', { scenarioId: heard });
  world.ok(HOST, 'turn.phase', { phase: 'coach' });
  const helpful = ids('contribution.add', REP_2, { kind: 'challenge', body: 'Who owns the budget line?' });
  world.ok(REP_3, 'contribution.add', { kind: 'advice', body: 'Merely said.' });
  const withdrawn = ids('contribution.add', REP_2, { kind: 'advice', body: SECRETS[2] });
  const hidden = ids('contribution.add', REP_3, { kind: 'advice', body: SECRETS[3] });
  const edited = ids('contribution.add', REP_3, { kind: 'story', body: SECRETS[4] });
  world.ok(REP_2, 'contribution.withdraw', { contributionId: withdrawn });
  world.ok(HOST, 'contribution.hide', { contributionId: hidden });
  world.ok(REP_3, 'contribution.edit', { contributionId: edited, body: 'As it reads now' });
  world.ok(REP, 'contribution.helpful', { contributionId: helpful, on: true });
  world.ok(HOST, 'ladder.open');
  world.ok(REP_2, 'ladder.vote', { answers: ['yes', 'yes', 'no', 'no', 'no'] });
  world.ok(HOST, 'ladder.reveal');
  const turnId = world.session.state.turn?.id;
  world.ok(HOST, 'turn.end');
  world.ok(REP_3, 'contribution.add', { kind: 'question', body: 'Said afterwards', late: turnId });
  world.ok(REP, 'commitment.make', { decision: 'move_on', dueOn: '2026-12-01', scenarioId: heard });
  world.ok(OBSERVER, 'floor.ask', { body: SECRETS[6] });
  world.ok(HOST, 'session.close');
  const question = ids('floor.ask', HOST, { body: 'Why do you care?' });
  world.ok(REP, 'floor.answer', { questionId: question, body: 'Because they asked.' });
  world.ok(REP_3, 'takeaway.leave', { body: 'Ask for the date.' });
  world.now += 91 * 60_000;
  world.ok(HOST, 'session.end');
  return world;
}

async function recapFor(viewer: string): Promise<SessionRecap> {
  const place = await sessionPlace(viewer, SESSION);
  if (!place) throw new Error('There is no such session for them.');
  return sessionRecap(place);
}

describe('the recap of a session', () => {
  beforeAll(async () => {
    await storeLab((id) => NAMES.get(id) ?? 'Somebody Else');
    const world = heldSession();
    const raw = JSON.stringify(world.session.events);
    for (const secret of SECRETS) expect(raw).toContain(secret);
    await storeLog(SESSION, world.session);
    await storeLog(NEXT_SESSION, world.next);
    for (const [at, [userId, role]] of [
      [HOST, 'host'],
      [REP, 'rep'],
      [REP, 'rep'],
      [OBSERVER, 'observer'],
    ].entries()) {
      const from = new Date(START).toISOString();
      await sqlClient()`
        insert into attendance (id, session_id, user_id, role, from_at, seen_at)
        values (${uid(700 + at)}, ${SESSION}, ${userId ?? ''}, ${role ?? ''}, ${from}, ${from})`;
    }
  });

  it('holds the turn, what was decided, what helped, what came late, the closing round and the roll call', async () => {
    const { recap } = await recapFor(REP_2);
    const turn = recap.turns[0];
    expect(recap.counts).toMatchObject({ turns: 1, movedOn: 1, helpful: 1 });
    expect(turn?.commitment?.decision).toBe('move_on');
    expect(turn?.reveal?.lowestOpenRung).toBe(3);
    expect(turn?.kept.map(({ body }) => body)).toEqual(['Who owns the budget line?']);
    expect(turn?.afterwards.map(({ body }) => body)).toEqual(['Said afterwards']);
    expect(recap.floor.map(({ body, answers }) => [body, answers[0]?.body])).toEqual([
      ['Why do you care?', 'Because they asked.'],
    ]);
    expect(recap.takeaways.map(({ body }) => body)).toEqual(['Ask for the date.']);
    expect(recap.rollCall[0]?.checkIn).toMatchObject({ outcome: 'won', note: 'Signed on Friday' });
  });

  it('says where what was not reached waits now', async () => {
    const { recap, carriedTo } = await recapFor(REP);
    expect(recap.notReached.map(({ title }) => title)).toEqual(['Never reached']);
    expect(carriedTo).toMatchObject({ id: NEXT_SESSION, number: 15 });
  });

  it('counts who was in the room once each, and nobody who listened in', async () => {
    expect((await recapFor(REP)).inTheRoom).toBe(2);
  });

  it.each([
    ['a host', HOST],
    ['a rep', REP_2],
    ['an observer', OBSERVER],
  ])('shows %s nothing that was withheld from the room, on the page or as Markdown', async (_, viewer) => {
    const { recap, name } = await recapFor(viewer);
    const all = JSON.stringify(recap) + recapMarkdown(recap, name, { lab: 'Lab', number: 14, when: 'then' });
    for (const secret of SECRETS) expect(all).not.toContain(secret);
    expect(all).not.toContain('"answers":["yes"');
    expect(recap.turns[0]?.scenario.ladder).toBeUndefined();
  });

  it('is folded once for all who read it, anew once its log has grown, and with the names as they are', async () => {
    await recapFor(REP);
    vi.mocked(recapOf).mockClear();
    const [one, other] = await Promise.all([recapFor(HOST), recapFor(REP_2)]);
    expect(other.recap).toBe(one.recap);
    expect(recapOf).not.toHaveBeenCalled();
    await sqlClient()`update users set name = 'Marisol Vega-Lund' where id = ${REP}`;
    expect((await recapFor(HOST)).name(REP)).toBe('Marisol Vega-Lund');
    await sqlClient()`update users set name = 'Marisol Vega' where id = ${REP}`;
    await sqlClient()`
      insert into events (session_id, seq, command_id, part, at, "by", type, v, digest, data)
      select session_id, seq + 1, null, 0, at, ${REP_3}, 'takeaway.left', v, null, '{"body":"Ask twice."}'
      from events where session_id = ${SESSION} order by seq desc limit 1`;
    expect((await recapFor(HOST)).recap.takeaways.map(({ body }) => body)).toEqual(['Ask twice.']);
    expect(recapOf).toHaveBeenCalledTimes(1);
  });

  it('calls members by name, and who has left a former member', async () => {
    expect((await recapFor(HOST)).name(REP)).toBe('Marisol Vega');
    expect((await recapFor(HOST)).name(STRANGER)).toBe(FORMER_MEMBER);
    await sqlClient()`update users set email = null, name = 'a former member' where id = ${REP_3}`;
    expect((await recapFor(HOST)).name(REP_3)).toBe(FORMER_MEMBER);
  });

  it('is not there for an outsider, nor at an address that is no session', async () => {
    expect(await sessionPlace(STRANGER, SESSION)).toBeUndefined();
    expect(await sessionPlace(HOST, uid(999))).toBeUndefined();
    expect(await sessionPlace(HOST, "'; drop table labs; --")).toBeUndefined();
  });
});
