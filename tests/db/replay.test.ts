import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { REPLAY_PAGE, replayEvents, replayFacts } from '@/db/replay';
import { sessionPlace } from '@/db/session-place';
import { useTestDatabase } from '../support/database';
import { deal, HOST, OBSERVER, REP, REP_2, REP_3, SESSION, START, uid, World } from '../support/session-world';
import { storeLab, storeLog } from '../support/stored-lab';

useTestDatabase();

const NOTE = 'SECRET of the hosts';
const SEALED = 'SECRET until it is released';
const EVIDENCE = 'SECRET of the rep and the hosts';
const WITHDRAWN = 'SECRET that was taken back';
const WORDS = 1200;

/** A session with something sealed, something private, and more words than one page holds. */
function heldSession(): World {
  const world = new World();
  const [submitted] = world.ok(REP, 'scenario.submit', {
    ...deal(),
    ladder: Array.from({ length: 5 }, () => ({ answer: 'no', evidence: EVIDENCE })),
  });
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'host.note', { body: NOTE });
  world.ok(OBSERVER, 'floor.ask', { body: SEALED });
  world.ok(HOST, 'turn.start', { scenarioId: (submitted?.data as { id: string }).id });
  world.ok(HOST, 'turn.phase', { phase: 'coach' });
  const [said] = world.ok(REP_2, 'contribution.add', { kind: 'advice', body: WITHDRAWN });
  world.ok(REP_2, 'contribution.withdraw', { contributionId: (said?.data as { id: string }).id });
  for (let at = 0; at < WORDS; at += 1) {
    world.ok(REP_2, 'contribution.add', { kind: 'advice', body: `Words ${at}` });
    world.now += 10_000;
  }
  world.ok(HOST, 'turn.end');
  world.ok(HOST, 'session.end');
  return world;
}

const world = heldSession();
const head = world.session.events.length;

async function placeOf(viewer: string) {
  const place = await sessionPlace(viewer, SESSION);
  if (!place) throw new Error('They are in the lab.');
  return place;
}

/** The whole log as somebody gets it, page by page. */
async function logOf(viewer: string, asRoom = false) {
  const place = await placeOf(viewer);
  const events = [];
  for (let since = 0; since < head; since = events.length) {
    const page = await replayEvents(place, viewer, { since, asRoom });
    expect(page.length).toBeLessThanOrEqual(REPLAY_PAGE);
    events.push(...page);
  }
  return events;
}

async function attends(userId: string, role: string): Promise<void> {
  await sqlClient()`
    insert into attendance (id, session_id, user_id, role, from_at, seen_at, until_at)
    values (${uid(900 + Number(userId.slice(-4)))}, ${SESSION}, ${userId}, ${role}, ${new Date(START).toISOString()}, ${new Date(START).toISOString()},
      ${new Date(START + 3_600_000).toISOString()})`;
}

beforeAll(async () => {
  await storeLab((id) => `Person ${id.slice(-4)}`);
  await storeLog(SESSION, world.session);
  await sqlClient()`update sessions set status = 'ended' where id = ${SESSION}`;
  await attends(HOST, 'host');
  await attends(REP, 'rep');
});

describe('a replay reads the log as the audience that one was', () => {
  it('brings all of it in pages without gaps, and no command ids', async () => {
    const events = await logOf(REP_3);
    expect(events.map(({ seq }) => seq)).toEqual(world.session.events.map(({ seq }) => seq));
    expect(events.some((event) => 'command' in event)).toBe(false);
  });

  it.each([
    ['a host who was there', HOST, [NOTE, SEALED, EVIDENCE]],
    ['the rep, for their own deal', REP, [EVIDENCE]],
    ['another rep', REP_3, []],
    ['the observer, for their own question', OBSERVER, [SEALED]],
  ])('%s gets what they could read, and nothing that was taken back', async (_, viewer, readable) => {
    const text = JSON.stringify(await logOf(viewer));
    for (const secret of [NOTE, SEALED, EVIDENCE])
      expect(text.includes(secret), secret).toBe(readable.includes(secret));
    expect(text).not.toContain(WITHDRAWN);
    expect(text).toContain('Words 7"');
  });

  it('a host can ask for the view of the room', async () => {
    const text = JSON.stringify(await logOf(HOST, true));
    expect(text).not.toContain('SECRET');
  });

  it('Z3: who was no host then, or is none now, reads as the room did', async () => {
    expect((await replayFacts(await placeOf(HOST), HOST))?.asHost).toBe(true);
    await sqlClient()`update members set role = 'host' where user_id = ${REP}`;
    await sqlClient()`update members set role = 'rep' where user_id = ${HOST}`;
    const promoted = await placeOf(REP);
    const demoted = await placeOf(HOST);
    await sqlClient()`update members set role = 'rep' where user_id = ${REP}`;
    await sqlClient()`update members set role = 'host' where user_id = ${HOST}`;
    expect((await replayFacts(promoted, REP))?.asHost).toBe(false);
    expect(JSON.stringify(await replayEvents(promoted, REP, { since: 0, asRoom: false }))).not.toContain(NOTE);
    expect((await replayFacts(demoted, HOST))?.asHost).toBe(false);
    expect(JSON.stringify(await replayEvents(demoted, HOST, { since: 0, asRoom: false }))).not.toContain(NOTE);
  });

  it('a host who was not there reads as the room did', async () => {
    await sqlClient()`delete from attendance where user_id = ${HOST}`;
    expect(JSON.stringify(await logOf(HOST))).not.toContain('SECRET');
    await attends(HOST, 'host');
  });

  it('says when it began and ended, and who was there', async () => {
    const facts = await replayFacts(await placeOf(REP_3), REP_3);
    expect(facts).toMatchObject({ head, asHost: false });
    expect(facts?.from).toBe(Date.parse(world.session.state.startedAt!));
    expect(facts?.to).toBe(Date.parse(world.session.state.endedAt!));
    expect(facts?.stays.map(({ userId }) => userId).sort()).toEqual([HOST, REP].sort());
  });
});
