import { beforeAll, describe, expect, it } from 'vitest';
import { recordCheckIn, reportable } from '@/db/checkins';
import { sqlClient } from '@/db/connection';
import { labExport } from '@/db/exports/lab';
import { historyPage } from '@/db/found';
import { peopleInHistory } from '@/db/history';
import { turnCases } from '@/db/insights';
import { writtenCases } from '@/db/insights-words';
import { coachedBy, recentlyHeard } from '@/db/lab-home';
import { membershipIn, type Membership } from '@/db/labs';
import { dueFacts, usedFacts } from '@/db/mail-deal-facts';
import { namesOf } from '@/db/people';
import { followLog, sessionsToFollow } from '@/db/places';
import { similarDeals } from '@/db/similar';
import { worthAsking } from '@/db/worth-asking';
import { readHistoryQuery } from '@/domain/history-params';
import { FORMER } from '@/domain/history-query';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { useTestDatabase } from '../support/database';
import { heldSession, NAMES, SECRETS } from '../support/held-session';
import { HOST, NEXT_SESSION, OBSERVER, REP, REP_2, SESSION, STRANGER } from '../support/session-world';
import { LAB, storeHistory, storeLab } from '../support/stored-lab';

useTestDatabase();

const { world, heard } = heldSession();
const sealed = () => world.session.state.floor.questions.find(({ by }) => by === OBSERVER)!;

let host: Membership;
let coach: Membership;
let commitmentId: string;
let checkInId: string;

beforeAll(async () => {
  world.ok(HOST, 'session.reopen');
  world.ok(HOST, 'floor.release', { questionId: sealed().id });
  world.ok(HOST, 'session.end');
  await storeLab((id) => NAMES.get(id) ?? 'Somebody Else');
  await storeHistory(SESSION, world.session);
  await storeHistory(NEXT_SESSION, world.next);
  host = (await membershipIn(HOST, 'thursday-lab'))!;
  coach = (await membershipIn(REP_2, 'thursday-lab'))!;
  const sql = sqlClient();
  const [made] = await sql<{ id: string }[]>`select id from commitments where rep_id = ${REP}`;
  commitmentId = made!.id;
  await recordCheckIn((await membershipIn(REP, 'thursday-lab'))!, { commitmentId, outcome: 'advanced' });
  const [reported] = await sql<{ id: string }[]>`select id from checkins`;
  checkInId = reported!.id;
  await sql`update contributions set helpful = true where body = 'Who signs?'`;
  for (const id of await sessionsToFollow(true)) while (await followLog(id));
});

const search = async (q: string) => (await historyPage([LAB], readHistoryQuery({ q }))).results[0];
const report = () => reportable(host, commitmentId);
const frame = (userId: string) => ({
  to: '',
  lab: { id: LAB, slug: '', name: '', zone: 'UTC' },
  userId,
  sessionId: undefined,
  now: 0,
});

async function likeIt(): Promise<string | undefined> {
  const alike = await similarDeals(coach, { text: 'Two stoppages in March at Halden Dairy.', stage: '', rung: 3 });
  return alike.find(({ id }) => id === heard)?.rep;
}

async function exported(table: string, column: string): Promise<unknown[]> {
  const source = labExport(host).find(({ name }) => name === table)!;
  const cells: unknown[] = [];
  for await (const rows of source.rows()) cells.push(...rows.map((row) => row[column]));
  return cells;
}

describe('whoever left the lab is “a former member” wherever the lab looks back', () => {
  it.each<[string, string, () => Promise<unknown>]>([
    ['on the pages of a deal', REP, async () => (await namesOf(LAB, [REP])).get(REP)],
    ['as the rep of a deal that is found', REP, async () => (await search('page'))?.deal?.rep],
    ['as the author of words that are found', REP_2, async () => (await search('page'))?.places[0]?.author],
    ['as the rep of a deal like one’s own', REP, likeIt],
    ['as who asked what is worth asking', REP_2, async () => (await worthAsking(host, 3))[0]?.by],
    ['as the rep of a turn in insights', REP, async () => (await turnCases(host, 0))[0]?.repName],
    [
      'as a coach in insights',
      REP_2,
      async () => (await writtenCases(host, 0)).find(({ authorId }) => authorId === REP_2)?.authorName,
    ],
    ['as whose commitment is reported on', REP, async () => (await report())?.repName],
    ['as who reported on it', REP, async () => (await report())?.reports[0]?.byName],
    ['as whom one coached', REP, async () => (await coachedBy(coach))[0]?.repName],
    ['as the rep of a deal heard lately', REP, async () => (await recentlyHeard(host))[0]?.repName],
    [
      'as the rep in a mail about one’s words',
      REP,
      async () => (await usedFacts({ checkInIds: [checkInId] }, frame(REP_2)))?.reports[0]?.rep,
    ],
    ['as the rep in an export', REP, async () => (await exported('turns', 'rep'))[0]],
  ])('%s', async (_, personId, read) => {
    expect(await read()).toBe(NAMES.get(personId));
    await awayFromLab(personId, async () => expect(await read()).toBe(FORMER_MEMBER));
  });

  it('but is not among those who hear what became of their words', async () => {
    expect((await report())?.uses).toEqual([NAMES.get(REP_2)]);
    await awayFromLab(REP_2, async () => expect((await report())?.uses).toEqual([]));
  });

  it('in the filter of persons: nobody’s name then, but one choice for all their words', async () => {
    const whose = async (person: string) =>
      (await historyPage([LAB], readHistoryQuery({ person }))).results.flatMap(({ places }) =>
        places.map(({ author }) => author),
      );
    const names = async () => (await peopleInHistory([LAB])).named.map(({ name }) => name);
    const coachName = NAMES.get(REP_2)!;
    expect(await peopleInHistory([LAB])).toMatchObject({ former: false });
    expect(await names()).toContain(coachName);
    expect(new Set(await whose(REP_2))).toEqual(new Set([coachName]));
    expect(await whose(FORMER)).toEqual([]);
    await awayFromLab(REP_2, async () => {
      expect(await peopleInHistory([LAB])).toMatchObject({ former: true });
      expect(await names()).not.toContain(coachName);
      expect(await whose(REP_2)).toEqual([]);
      expect(new Set(await whose(FORMER))).toEqual(new Set([FORMER_MEMBER]));
    });
  });

  it('in the mail that asks about a commitment, too', async () => {
    const sql = sqlClient();
    const kept = await sql`delete from checkins returning *`;
    const uses = async () => (await dueFacts({ commitmentId, dueOn: '2026-12-01' }, frame(REP)))?.uses;
    expect(await uses()).toEqual([NAMES.get(REP_2)]);
    await awayFromLab(REP_2, async () => expect(await uses()).toEqual([FORMER_MEMBER]));
    await sql`insert into checkins ${sql([...kept])}`;
  });
});

it('a guest is called by their name, and is said to be one; who was never here has none', async () => {
  await sqlClient()`update users set guest = true, email = null, name = 'Gus Visitor' where id = ${OBSERVER}`;
  await awayFromLab(OBSERVER, async () => {
    const named = await namesOf(LAB, [OBSERVER, HOST, STRANGER]);
    expect(named).toEqual(
      new Map([
        [OBSERVER, 'Gus Visitor (guest)'],
        [HOST, 'Ruth Adeyemi'],
        [STRANGER, FORMER_MEMBER],
      ]),
    );
    expect((await search(SECRETS.sealed))?.places[0]?.author).toBe('Gus Visitor (guest)');
    const people = await peopleInHistory([LAB]);
    expect([people.named.find(({ id }) => id === OBSERVER)?.name, people.former]).toEqual([
      'Gus Visitor (guest)',
      false,
    ]);
    const theirs = await historyPage([LAB], readHistoryQuery({ person: OBSERVER }));
    expect(theirs.results[0]?.places[0]?.author).toBe('Gus Visitor (guest)');
    expect(await exported('questions', 'askedBy')).toContain('Gus Visitor (guest)');
  });
});

it('guests, however many, leave every member in the filter of persons', async () => {
  const sql = sqlClient();
  await sql`
    insert into users (id, name, guest)
    select ('00000000-0000-4000-9002-' || lpad(n::text, 12, '0'))::uuid, 'Aaron ' || n, true
    from generate_series(1, 220) n`;
  await sql`
    insert into places (source, part, lab_id, session_id, kind, author_id, at, body, vector)
    select gen_random_uuid(), 'words', ${LAB}, ${SESSION}, 'advice', id, now(), 'Aaron was here.', ''::tsvector
    from users where name like 'Aaron %'`;
  const { named } = await peopleInHistory([LAB]);
  const members = await sql<{ id: string }[]>`
    select m.user_id as id from members m join users u on u.id = m.user_id where m.lab_id = ${LAB} and u.email is not null`;
  expect(named).toHaveLength(200);
  expect(new Set(named.slice(0, members.length).map(({ id }) => id))).toEqual(new Set(members.map(({ id }) => id)));
  await sql`delete from places where body = 'Aaron was here.'`;
  await sql`delete from users where name like 'Aaron %'`;
});

/** Looks on while somebody is no member of the lab. */
async function awayFromLab(personId: string, look: () => Promise<void>): Promise<void> {
  const sql = sqlClient();
  const gone = await sql`delete from members where user_id = ${personId} and lab_id = ${LAB} returning *`;
  await look();
  await sql`insert into members ${sql([...gone])}`;
}
