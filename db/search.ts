import type postgres from 'postgres';
import { TIMES, wordsOf, type HistoryQuery } from '@/domain/history-query';
import { typosBetween, typosIn } from '@/domain/search';
import type { Id } from '@/domain/session';
import { sqlClient } from './connection';
import { sourceOf, type Tx } from './places';

/** How many deals a page has. */
export const PAGE_DEALS = 10;
/** So many places are looked at, the newest: a word that everybody uses is answered as quickly as any other. */
export const MOST_PLACES = 1000;
/** How many words that were perhaps meant take the place of one that nobody wrote. */
const CLOSE_WORDS = 12;
const CANDIDATES = 400;
/** Least share of three-letter pieces that a word has in common with what was typed, to be looked at at all. */
const LEAST_ALIKE = 0.12;

/** Ready to be searched for: for each word asked, those that stand for it. */
export interface SearchWords {
  words: readonly (readonly string[])[];
  /** Nobody wrote them so: these are words close to them. */
  close: boolean;
}

/** Deals, and closing rounds, that hold what was asked; the newest first. */
export interface FoundGroup {
  /** A scenario's id, or a session's. */
  id: Id;
  isDeal: boolean;
  places: number;
}

export interface Found {
  groups: FoundGroup[];
  /** Which page it is, from 1. */
  page: number;
  /** Of all pages. */
  deals: number;
  places: number;
  words: SearchWords;
}

/** Where a query is asked: in these labs, all of them the viewer's. */
export type Labs = readonly Id[];

/**
 * Carries out one search: all that it asks is of one moment, and each statement is planned for the very words, for how
 * common they are decides how they are best found.
 */
export async function searching<R>(search: (tx: Tx) => Promise<R>): Promise<R> {
  const result = await sqlClient().begin('isolation level repeatable read read only', async (tx) => {
    await tx`set local plan_cache_mode = force_custom_plan`;
    // Compiling a statement takes longer than carrying it out.
    await tx`set local jit = off`;
    return { value: await search(tx) };
  });
  return result.value;
}

/**
 * Finds what a query asks for in the labs' history, a page of it. Where the words as they were typed are nowhere in
 * these labs, words that are close to them stand for them. Any text is an answer, no text finds every deal.
 */
export async function searchHistory(tx: Tx, labs: Labs, query: HistoryQuery): Promise<Found> {
  const typed: SearchWords = { words: wordsOf(query).map((word) => [word]), close: false };
  const found = await findGroups(tx, labs, query, typed);
  if (found.places > 0 || typed.words.length === 0) return { ...found, words: typed };
  const anywhere = await countPlaces(
    tx,
    labs,
    { text: query.text, rungs: [], everywhere: query.everywhere, page: 1 },
    typed,
  );
  if (anywhere > 0) return { ...found, words: typed };
  const close = await closeWords(tx, labs, typed);
  return { ...(await findGroups(tx, labs, query, close)), words: close };
}

/** How many places a query would give. */
export async function countPlaces(tx: Tx, labs: Labs, query: HistoryQuery, words: SearchWords): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    ${hits(tx, labs, query, words)} select count(*)::int as count from hits`;
  return row?.count ?? 0;
}

async function findGroups(tx: Tx, labs: Labs, query: HistoryQuery, words: SearchWords): Promise<Omit<Found, 'words'>> {
  const rows = await tx<(FoundGroup & { deals: number; all: number })[]>`
    ${hits(tx, labs, query, words)},
    groups as (
      select coalesce(scenario_id, session_id) as id, scenario_id is not null as "isDeal", count(*)::int as places,
        max(at) as latest
      from hits group by 1, 2)
    select id, "isDeal", places, (count(*) over ())::int as deals, (sum(places) over ())::int as all
    from groups order by latest desc, id limit ${PAGE_DEALS} offset ${(query.page - 1) * PAGE_DEALS}`;
  // There are fewer pages by now, or never were so many.
  if (rows.length === 0 && query.page > 1) return findGroups(tx, labs, { ...query, page: 1 }, words);
  return {
    page: query.page,
    groups: rows.map(({ id, isDeal, places }) => ({ id, isDeal, places })),
    deals: rows[0]?.deals ?? 0,
    places: rows[0]?.all ?? 0,
  };
}

/**
 * The places that answer a query, as the beginning of a statement (`with … hits as (…)`). Rows of history that have
 * changed since the places were written are left out until those have followed: the log itself tells which they are.
 * With `groups`, only of these deals and closing rounds. Of very many, the newest `MOST_PLACES` and one more.
 */
export function hits(
  sql: Tx,
  labs: Labs,
  query: HistoryQuery,
  words: SearchWords,
  groups?: readonly Id[],
): postgres.PendingQuery<postgres.Row[]> {
  const { rungs, decision, outcome, kind, person, time } = query;
  const ofDeals = rungs.length > 0 || decision !== undefined || outcome !== undefined;
  return sql`with stale as materialized (${staleSources(sql, labs)})
    ${ofDeals ? sql`, deals as materialized (${standings(sql, labs, query)})` : sql``}
    , hits as (
      select p.source, p.part, p.scenario_id, p.session_id, p.at from places p
        ${ofDeals ? sql`join deals d on d.id = p.scenario_id` : sql``}
      where p.lab_id ${labs.length === 1 ? sql`= ${labs[0] ?? null}` : sql`= ${ids(sql, labs)}`} and p.source not in (select source from stale)
        ${words.words.length > 0 ? sql`and p.vector @@ ${allOf(sql, words)}` : sql`and (p.kind <> 'deal' or p.part = 'title')`}
        ${words.words.length > 0 || kind || person ? sql`` : sql`and p.kind = 'deal'`}
        ${groups ? sql`and (p.scenario_id = ${ids(sql, groups)} or (p.scenario_id is null and p.session_id = ${ids(sql, groups)}))` : sql``}
        ${kind ? sql`and p.kind = ${kind}` : sql``}
        ${person ? sql`and p.author_id = ${person}` : sql``}
        ${time ? sql`and p.at >= now() - ${TIMES[time]} * interval '1 day'` : sql``}
      order by p.at desc limit ${MOST_PLACES + 1})`;
}

/** The rows of history that the logs have changed, or may have, since their places were written. */
export function staleSources(sql: Tx, labs: Labs): postgres.PendingQuery<postgres.Row[]> {
  // The limit holds the planner to one look at each log's end: without it, it would read all logs. A session that
  // ended can't grow after half an hour; its places have followed long before a week is over.
  return sql`select e.source from sessions s left join place_heads h on h.session_id = s.id
      cross join lateral (
        select ${sourceOf(sql)} as source from events e
        where e.session_id = s.id and e.seq > coalesce(h.seq, 0) limit 1000000) e
    where s.lab_id = ${ids(sql, labs)} and e.source is not null
      and (h.session_id is null or coalesce(s.ended_at, now()) > now() - interval '7 days')`;
}

/** The deals that pass the filters that are about how they stand. */
function standings(sql: Tx, labs: Labs, { rungs, decision, outcome }: HistoryQuery) {
  return sql`select s.id from scenarios s
    ${
      rungs.length > 0
        ? sql`join lateral (
          select coalesce((reveal ->> 'lowestOpenRung')::int, 0) as rung from turns
          where scenario_id = s.id and reveal is not null order by started_at desc limit 1) t
          on t.rung = any(${[...rungs]}::int[])`
        : sql``
    }
    ${
      (decision ?? outcome)
        ? sql`join lateral (
          select id, decision from commitments where scenario_id = s.id order by made_at desc limit 1) c
          on ${decision ? sql`c.decision = ${decision}` : sql`true`}`
        : sql``
    }
    ${
      outcome
        ? sql`join lateral (
          select outcome from checkins where commitment_id = c.id order by at desc, id desc limit 1) k
          on k.outcome = ${outcome}`
        : sql``
    }
    where s.lab_id = ${ids(sql, labs)}`;
}

/** Places that hold every one of the words. */
export function allOf(sql: Tx, { words }: SearchWords) {
  const all = words.map((one) => anyOf(sql, one)).reduce((before, one) => sql`${before} && ${one}`);
  return sql`(${all})`;
}

/** A word that some place was searched for, and what else stands for it. */
export function anyOf(sql: Tx, words: readonly string[]) {
  // Words are letters and digits alone: nothing in them can be read as an operator.
  const plain = words.map((word) => (word.length < 3 ? `'${word}'` : `'${word}':*`)).join(' | ');
  const stems = words.map((word) => `'${word}'`).join(' | ');
  return sql`(${plain}::text::tsquery || to_tsquery('english', ${stems}::text))`;
}

/** For each word those of the labs that lie a slip or two away; a word that has none stays as it is. */
async function closeWords(tx: Tx, labs: Labs, { words }: SearchWords): Promise<SearchWords> {
  const close = words.map(async ([word = '']) => {
    const most = typosIn(word);
    const known = most === 0 ? [] : await alike(tx, labs, word, most);
    const near = known
      .map((one) => ({ one, typos: typosBetween(word, one, most) }))
      .filter(({ typos }) => typos <= most)
      .sort((a, b) => a.typos - b.typos)
      .slice(0, CLOSE_WORDS);
    return near.length > 0 ? near.map(({ one }) => one) : [word];
  });
  return { words: await Promise.all(close), close: true };
}

/** Words of the labs that look something like a word. */
async function alike(tx: Tx, labs: Labs, word: string, most: number): Promise<string[]> {
  await tx`select set_config('pg_trgm.similarity_threshold', ${String(LEAST_ALIKE)}, true)`;
  const rows = await tx<{ word: string }[]>`
    select word from place_words
    where lab_id = ${ids(tx, labs)} and word % ${word}
      and length(word) between ${word.length - most} and ${word.length + most}
    group by word order by max(similarity(word, ${word})) desc, word limit ${CANDIDATES}`;
  return rows.map((row) => row.word);
}

/** Which of these words are what was searched for, by the same rule by which places are found. */
export async function markedWords(
  tx: Tx,
  candidates: readonly string[],
  search: SearchWords,
): Promise<ReadonlySet<string>> {
  if (candidates.length === 0 || search.words.length === 0) return new Set();
  const rows = await tx<{ word: string }[]>`
    select word from unnest(${[...new Set(candidates)]}::text[]) as word
    where (array_to_tsvector(array[word]) || to_tsvector('english', word)) @@ ${anyOf(tx, search.words.flat())}`;
  return new Set(rows.map(({ word }) => word));
}

export function ids(sql: Tx, these: readonly Id[]) {
  return sql`any(${[...these]}::uuid[])`;
}
