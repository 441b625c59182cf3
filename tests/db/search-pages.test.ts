import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { historyPage } from '@/db/found';
import { pastSessions } from '@/db/history';
import { readHistoryQuery } from '@/domain/history-params';
import { useTestDatabase } from '../support/database';
import { REP, uid } from '../support/session-world';
import { LAB, storeLab } from '../support/stored-lab';

useTestDatabase();

describe('pages', () => {
  const DEALS = 605;
  const FULL_LAB = uid(403);
  const pageOf = async (page: number) => {
    const { results, ...counts } = await historyPage([FULL_LAB], readHistoryQuery({ q: 'many', page: String(page) }));
    return { ...counts, titles: results.map(({ deal }) => deal?.title) };
  };

  beforeAll(async () => {
    await storeLab(() => 'Marisol Vega');
    const sql = sqlClient();
    await sql`
      insert into labs (id, slug, name, time_zone, settings, pledge)
      select ${FULL_LAB}, 'full-lab', 'Full Lab', time_zone, settings, pledge from labs where id = ${LAB}`;
    await sql`
      insert into sessions (id, lab_id, number, starts_at, duration_minutes, status, started_at, ended_at)
      select gen_random_uuid(), ${FULL_LAB}, n, at, 90, 'ended', at, at
      from generate_series(1, 23) n, lateral (select now() - n * interval '7 days') as t(at)`;
    await sql`
      insert into scenarios (id, lab_id, session_id, rep_id, title, story, ask, stands, submitted_at)
      select gen_random_uuid(), ${FULL_LAB}, (select id from sessions where lab_id = ${FULL_LAB} and number = 1), ${REP},
        'Deal ' || n, 'Many words.', 'What now?', 'heard', now() - n * interval '1 hour'
      from generate_series(1, ${DEALS}::int) n`;
    await sql`
      insert into places (source, part, lab_id, session_id, scenario_id, kind, author_id, at, body, vector)
      select id, part, lab_id, session_id, id, 'deal', rep_id, submitted_at, story, to_tsvector('simple', 'many')
      from scenarios, unnest(array['story', 'ask']) as part where lab_id = ${FULL_LAB}`;
  });

  it('count the newest thousand places, say that there are more, and reach every deal once', async () => {
    expect(await pageOf(1)).toMatchObject({ page: 1, places: 1000, more: true });
    const told: unknown[] = [];
    const last = Math.ceil(DEALS / 10);
    for (let page = 1; page <= last; page += 1) told.push(...(await pageOf(page)).titles);
    expect(told).toEqual(Array.from({ length: DEALS }, (_, at) => `Deal ${at + 1}`));
    expect(await pageOf(last)).toMatchObject({ page: last, deals: DEALS, places: 2 * DEALS, more: false });
  });

  it('beyond the end are the last one', async () => {
    const [last, beyond] = [await pageOf(61), await pageOf(62)];
    expect(beyond).toMatchObject({ page: 61, titles: last.titles });
    expect(last.titles).toHaveLength(5);
    expect(await historyPage([LAB], readHistoryQuery({ page: '900' }))).toMatchObject({ page: 1, results: [] });
  });

  it('that can’t be are the last of the newest thousand places: nothing more is read for them', async () => {
    expect(await pageOf(100_000)).toMatchObject({ page: 51, places: 1000, more: true, titles: ['Deal 501'] });
  });

  it('hold closing rounds beside the deals, which are counted apart', async () => {
    const sql = sqlClient();
    await sql`
      insert into places (source, part, lab_id, session_id, kind, author_id, at, body, vector)
      select gen_random_uuid(), 'words', ${FULL_LAB}, id, 'takeaway', ${REP}, now(), 'Apart.', to_tsvector('simple', 'apart')
      from sessions where lab_id = ${FULL_LAB} and number <= 12`;
    const found = async (address: Record<string, string>) => historyPage([FULL_LAB], readHistoryQuery(address));
    const alone = { deals: 0, rounds: 12, places: 12, page: 1 };
    expect(await found({ q: 'apart' })).toMatchObject({ ...alone, results: Array(10).fill({ places: [{}] }) });
    expect(await found({ q: 'apart', page: '5' })).toMatchObject({ ...alone, page: 2, results: [{}, {}] });
    await sql`
      insert into places (source, part, lab_id, session_id, scenario_id, kind, author_id, at, body, vector)
      select id, 'money', lab_id, session_id, id, 'deal', rep_id, submitted_at, 'Apart.', to_tsvector('simple', 'apart')
      from scenarios where lab_id = ${FULL_LAB} order by title limit 3`;
    expect(await found({ q: 'apart' })).toMatchObject({ deals: 3, rounds: 12, places: 15 });
  });

  it('of sessions are there to the last one too', async () => {
    const numbers = async (page: number) => (await pastSessions([FULL_LAB], page)).list.map(({ number }) => number);
    expect(await numbers(1)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await numbers(3)).toEqual([21, 22, 23]);
    expect(await pastSessions([FULL_LAB], 900)).toMatchObject({ page: 3, count: 23, list: [{}, {}, {}] });
  });

  it('date a session by its start, and by its plan until it has one', async () => {
    const sql = sqlClient();
    const [held, planned] = ['2026-11-28T16:00:00.000Z', '2026-12-03T17:00:00.000Z'];
    const set = (startedAt: string | null) => sql`
      update sessions set starts_at = ${planned}::text::timestamptz, started_at = ${startedAt}::text::timestamptz
      where lab_id = ${FULL_LAB} and number = 1`;
    const dated = async () => {
      const { results } = await historyPage([FULL_LAB], readHistoryQuery({ q: 'many' }));
      return results.flatMap(({ session, deal }) => [session.startsAt, deal?.session.startsAt]);
    };
    await set(held);
    expect(new Set(await dated())).toEqual(new Set([held]));
    await set(null);
    expect(new Set(await dated())).toEqual(new Set([planned]));
  });
});
