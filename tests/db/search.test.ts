import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordCheckIn } from '@/db/checkins';
import { sqlClient } from '@/db/connection';
import { historyPage, type HistoryPage } from '@/db/found';
import { membershipIn } from '@/db/labs';
import { followLog, sessionsToFollow } from '@/db/places';
import { similarDeals } from '@/db/similar';
import { readHistoryQuery } from '@/domain/history-params';
import type { OwnLadder } from '@/domain/session';
import { useTestDatabase } from '../support/database';
import { heldSession, NAMES, SECRETS } from '../support/held-session';
import { HOST, NEXT_SESSION, REP, REP_2, REP_3, SESSION, uid, type World } from '../support/session-world';
import { LAB, storeHistory, storeLab } from '../support/stored-lab';

useTestDatabase();

const OTHER_LAB = uid(402);
const { world, heard, waiting } = heldSession();

/** How much of each log is stored. */
const stored = { session: 0, next: 0 };

/** Stores what the world has done since, as a live room does; the places don't follow yet. */
async function store(to: World) {
  await storeHistory(SESSION, to.session, stored.session);
  await storeHistory(NEXT_SESSION, to.next, stored.next);
  stored.session = to.session.events.length;
  stored.next = to.next.events.length;
}

async function follow() {
  for (const id of await sessionsToFollow(true)) while (await followLog(id));
}

function search(address: string, labs = [LAB]): Promise<HistoryPage> {
  return historyPage(labs, readHistoryQuery(Object.fromEntries(new URLSearchParams(address))));
}

/** Every text on the page, found or told beside. */
const textOf = (page: HistoryPage) => JSON.stringify(page);
const marked = ({ results }: HistoryPage) =>
  results.flatMap(({ places }) =>
    places.flatMap(({ pieces }) => pieces.filter((one) => one.marked).map(({ text }) => text)),
  );
const said = ({ results }: HistoryPage) =>
  results.flatMap(({ places }) => places.map(({ pieces }) => pieces.map(({ text }) => text).join('')));

beforeAll(async () => {
  await storeLab((id) => NAMES.get(id) ?? 'Somebody Else');
  await store(world);
  await follow();
  const sql = sqlClient();
  await sql`
    insert into labs (id, slug, name, time_zone, settings, pledge)
    select ${OTHER_LAB}, 'other-lab', 'Other Lab', time_zone, settings, pledge from labs where id = ${LAB}`;
  await sql`
    insert into places (source, part, lab_id, session_id, kind, author_id, at, body, vector)
    values (${uid(901)}, 'words', ${OTHER_LAB}, ${uid(902)}, 'advice', ${REP}, now(), 'Elsewhere they wrote one page.',
      to_tsvector('simple', 'Elsewhere they wrote one page.'))`;
  await sql`insert into place_words (lab_id, word) values (${OTHER_LAB}, 'elsewhere')`;
});

describe('words', () => {
  it('are found with who said them and how they were marked, under their deal', async () => {
    const page = await search('q=page');
    expect(page).toMatchObject({ deals: 1, places: 1, close: false });
    expect(page.results[0]).toMatchObject({
      id: heard,
      deal: { title: 'The plant that loves us', rep: 'Marisol Vega', rung: 3, decision: 'change', outcome: null },
      session: { number: 14 },
      places: [{ kind: 'advice', author: 'Devon Okafor', helpful: true }],
    });
    expect(said(page)).toEqual(['Write the one page.']);
    expect(marked(page)).toEqual(['page']);
  });

  it('are found in the story, the answer, the next step and what was said afterwards', async () => {
    expect((await search('q=stoppages')).results[0]?.places[0]).toMatchObject({ kind: 'deal', part: 'pain' });
    expect((await search('q=Inga')).results[0]?.places[0]).toMatchObject({ kind: 'answer' });
    expect((await search('q=Gareth')).results.map(({ deal, session }) => deal?.id ?? session.id)).toEqual([
      SESSION,
      heard,
    ]);
    expect((await search('q=afterwards')).results[0]?.places[0]).toMatchObject({ late: true });
  });

  it('are found by their beginning and by their stem, and every one of them must be there', async () => {
    expect(marked(await search('q=stopp'))).toEqual(['stoppages']);
    expect(marked(await search('q=stoppage'))).toEqual(['stoppages']);
    expect(marked(await search('q=writing'))).toEqual(['Write']);
    expect((await search('q=one+page')).places).toBe(1);
    expect((await search('q=page+stoppages')).places).toBe(0);
  });

  it.each([
    ['stopages', 'stoppages'],
    ['stoppaegs', 'stoppages'],
    ['gaerth', 'Gareth'],
    ['halen', 'Halden'],
  ])('are found though mistyped: %s', async (typo, meant) => {
    const page = await search(`q=${typo}`);
    expect(page.close).toBe(true);
    expect(marked(page)).toContain(meant);
  });

  it('of other labs are never found, nor what comes close to them', async () => {
    for (const q of ['elsewhere', 'elsewere']) {
      const page = await search(`q=${q}`);
      expect(page.places).toBe(0);
      expect(textOf(page)).not.toMatch(/elsewhere they/i);
    }
    expect((await search('q=elsewere', [LAB, OTHER_LAB])).places).toBe(1);
    expect(textOf(await search('q=page'))).not.toContain('Elsewhere');
  });

  it('are an answer whatever they are', async () => {
    const odd = [
      "'",
      '"',
      '\\',
      ':*',
      '& | !',
      '(',
      '%',
      '_',
      '<->',
      "a'b",
      '\u0000',
      '\ud800',
      '🙂',
      '.',
      'the',
      '-- ;',
      'x'.repeat(5000),
    ];
    for (const text of odd) {
      const page = await historyPage([LAB], readHistoryQuery({ q: text }));
      expect(page.results.length).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('filters', () => {
  it.each([
    ['rung=3', [heard]],
    ['rung=4', []],
    ['rung=3-4', [heard]],
    ['decision=change', [heard]],
    ['decision=pursue', []],
    ['outcome=won', []],
    ['kind=challenge', [heard]],
    [`person=${REP_2}&kind=advice`, [heard]],
    [`person=${REP_2}&kind=deal`, [waiting]],
  ])('by %s', async (address, deals) => {
    expect((await search(address)).results.map(({ id }) => id)).toEqual(deals);
  });

  it('without any, every deal is there, the newest first', async () => {
    const page = await search('');
    expect(new Set(page.results.map(({ id }) => id))).toEqual(new Set([heard, waiting]));
    expect(page.deals).toBe(2);
  });

  it('count only reads that were revealed', async () => {
    // The own read of the deal that waits has its lowest open rung at 1.
    expect((await search('rung=1')).places).toBe(0);
    expect((await search('q=reached')).results[0]?.deal).toMatchObject({ rung: null, read: null });
  });

  it('say what would be found without them, where nothing is', async () => {
    const page = await search(`q=page+nothing&kind=story&rung=3`);
    expect(page.places).toBe(0);
    expect(page.instead).toContainEqual({ alone: 'page', places: 0 });
    const other = await search('q=page&kind=story');
    expect(other.instead).toEqual([{ without: 'kind', places: 1 }]);
  });

  it.each([
    ['month', 29, 31],
    ['quarter', 90, 92],
    ['year', 364, 366],
  ])(
    'by a time, the last %s: what is %i days old is found, what is %i days old is not',
    async (time, within, beyond) => {
      const place = (days: number) => sqlClient()`
      insert into places (source, part, lab_id, session_id, scenario_id, kind, author_id, at, body, vector)
      values (gen_random_uuid(), 'words', ${LAB}, ${SESSION}, ${heard}, 'advice', ${REP_2},
        now() - ${days} * interval '1 day', ${`Okapi ${days}`}, to_tsvector('simple', 'okapi'))`;
      await Promise.all([place(within), place(beyond)]);
      expect(said(await search(`q=okapi&time=${time}`))).toEqual([`Okapi ${within}`]);
      expect((await search('q=okapi')).places).toBe(2);
      await sqlClient()`delete from places where body like 'Okapi%'`;
    },
  );
});

describe('what was withheld', () => {
  it.each(Object.entries(SECRETS))('is never found nor told: %s', async (_, secret) => {
    for (const q of [secret, 'SECRET', secret.split(' ').at(-1) ?? '']) {
      const page = await search(`q=${encodeURIComponent(q)}`);
      expect(textOf(page)).not.toContain('SECRET');
    }
    const [rows] = await sqlClient()<{ count: number }[]>`
      select count(*)::int as count from places where body like '%SECRET%'`;
    expect(rows?.count).toBe(0);
  });
});

describe('what changes', () => {
  beforeEach(async () => {
    if (world.session.state.status === 'ended') {
      world.ok(HOST, 'session.reopen');
      world.seats(heard, 'coach');
      await store(world);
    }
  });

  const turnNow = async (does: (id: string) => void, body: string) => {
    const id = world.says(REP_3, { body });
    await store(world);
    await follow();
    expect((await search(`q=${body.split(' ')[0]}`)).places).toBe(1);
    does(id);
    await store(world);
  };

  it.each([
    ['withdrawn', (id: string) => void world.ok(REP_3, 'contribution.withdraw', { contributionId: id })],
    ['hidden', (id: string) => void world.ok(HOST, 'contribution.hide', { contributionId: id })],
    ['edited', (id: string) => void world.ok(REP_3, 'contribution.edit', { contributionId: id, body: 'Rewritten.' })],
  ])('is found no more in the very moment that it is %s, before the places have followed', async (how, does) => {
    const word = `zz${how}`;
    await turnNow(does, `${word} words`);
    for (const q of [word, `${word}x`]) {
      const page = await search(`q=${q}`);
      expect(page.places).toBe(0);
      expect(textOf(page)).not.toContain(`${word} words`);
    }
    await follow();
    expect((await search(`q=${word}`)).places).toBe(0);
    expect(await sqlClient()`select from places where body like ${`${word}%`}`).toHaveLength(0);
  });

  it('is found as it reads now once the places have followed', async () => {
    await follow();
    expect((await search('q=rewritten')).places).toBe(1);
  });

  it('is found in steps, however much of it there is', async () => {
    await sqlClient()`delete from place_heads`;
    await sqlClient()`delete from places where lab_id = ${LAB}`;
    await follow();
    expect((await search('q=page')).places).toBe(1);
    expect(await sessionsToFollow(true)).toEqual([]);
  });

  it('between sessions is found at once: a check-in, and its mending', async () => {
    const membership = (await membershipIn(REP, 'thursday-lab'))!;
    const [made] = await sqlClient()<{ id: string }[]>`select id from commitments where rep_id = ${REP} limit 1`;
    await recordCheckIn(membership, { commitmentId: made!.id, outcome: 'advanced', note: 'Zebra came to lunch.' });
    expect((await search('q=zebra')).results[0]?.places[0]).toMatchObject({ kind: 'check_in' });
    expect((await search('outcome=advanced')).results.map(({ id }) => id)).toEqual([heard]);
    const mended = { commitmentId: made!.id, outcome: 'advanced', note: 'Ocelot came instead.' } as const;
    await recordCheckIn(membership, mended, { edits: true });
    expect((await search('q=zebra')).places).toBe(0);
    expect((await search('q=ocelot&outcome=advanced')).places).toBe(1);
  });
});

describe('evidence that came with a check-in', () => {
  /** What the migration does to the places of a database that is older than it. */
  const FOLLOW_ANEW = readFileSync('db/migrations/0019_check_in_evidence.sql', 'utf8');

  it('is found at its rung under its deal, as every text is, and in places that are older too', async () => {
    const membership = (await membershipIn(REP, 'thursday-lab'))!;
    const [made] = await sqlClient()<{ id: string }[]>`select id from commitments where rep_id = ${REP} limit 1`;
    const ladder: OwnLadder = [
      { answer: 'yes' },
      { answer: 'yes' },
      { answer: 'yes', evidence: 'Gareth sent the walrus ahead.' },
      { answer: 'no' },
      { answer: 'no' },
    ];
    await recordCheckIn(membership, { commitmentId: made!.id, outcome: 'won', ladder });
    const [found] = (await search('q=walrus&kind=evidence')).results;
    expect(found?.id).toBe(heard);
    expect(found?.places[0]).toMatchObject({ kind: 'evidence', part: expect.stringMatching(/^3 /) as string });
    await sqlClient()`delete from places where body like '%walrus%'`;
    await follow();
    expect((await search('q=walrus')).places).toBe(0);
    await sqlClient().unsafe(FOLLOW_ANEW);
    await follow();
    expect((await search('q=walrus')).places).toBe(1);
  });
});

describe('similar deals', () => {
  const similar = async (viewer: string, deal: { text: string; stage?: string; rung?: number | null }) =>
    similarDeals((await membershipIn(viewer, 'thursday-lab'))!, { stage: '', rung: null, ...deal });

  it('share words that few deals have, or rung and stage, and say which', async () => {
    const [one] = await similar(REP_3, { text: 'There were stoppages in March and nobody signs.', rung: 4 });
    expect(one).toMatchObject({ id: heard, rep: 'Marisol Vega', shares: { rung: 4, stage: false } });
    expect(one?.shares.words).toEqual(expect.arrayContaining(['March', 'stoppages']));
  });

  it('are none where next to nothing is shared', async () => {
    expect(await similar(REP_3, { text: 'A ship waits in the harbour.' })).toEqual([]);
    expect(await similar(REP_3, { text: '' })).toEqual([]);
    expect(await similar(REP_3, { text: "'); drop table places; --" })).toEqual([]);
  });

  it('know nothing of reads that were not revealed, nor of words that the room may not read', async () => {
    expect(await similar(REP_3, { text: '', rung: 1, stage: '' })).toEqual([]);
    const found = await similar(REP_3, { text: `${SECRETS.evidence} ${SECRETS.pipeline}`, rung: 1 });
    expect(found.map(({ id }) => id)).not.toContain(waiting);
  });
});
