import type postgres from 'postgres';
import { filtersIn, TIMES, wordsOf, type HistoryQuery, type PlaceKind } from '@/domain/history-query';
import { typosBetween, typosIn } from '@/domain/search';
import type { Id } from '@/domain/session';
import { sqlClient } from './connection';
import { nameOf } from './names';
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

/** How many places of a deal are shown in short. */
const SHOWN_PLACES = 3;

/** One of the deals, or closing rounds, that hold what was asked. */
export interface FoundGroup {
  /** A scenario's id, or a session's. */
  id: Id;
  isDeal: boolean;
  /** How many places it holds. */
  places: number;
  /** The first of them: what was marked helpful or pinned before the rest, then as they were said. */
  first: FoundRow[];
}

export interface FoundRow {
  kind: PlaceKind;
  /** Which of a deal's texts; of evidence which rung, and behind a space the check-in that it came with; else of no meaning. */
  part: string;
  body: string;
  author: string;
  /** ISO 8601 in UTC. */
  at: string;
  helpful: boolean;
  pinned: boolean;
  late: boolean;
}

export interface Found {
  /** The newest first. */
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
    // Compiling a statement takes longer than carrying it out. Sent along with the first statement of the search.
    const set = tx`
      select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
        set_config('pg_trgm.similarity_threshold', ${String(LEAST_ALIKE)}, true)`.execute();
    const [, value] = await Promise.all([set, search(tx)]);
    return { value };
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
  const unfiltered = { text: query.text, rungs: [], everywhere: query.everywhere, page: 1 };
  const anywhere = filtersIn(query).length > 0 ? await countPlaces(tx, labs, unfiltered, typed) : 0;
  const words = anywhere > 0 ? typed : await closeWords(tx, labs, typed);
  return words.close ? { ...(await findGroups(tx, labs, query, words)), words } : { ...found, words };
}

/** How many places a query would give. */
export async function countPlaces(tx: Tx, labs: Labs, query: HistoryQuery, words: SearchWords): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    ${hits(tx, labs, query, words)} select count(*)::int as count from hits`;
  return row?.count ?? 0;
}

async function findGroups(tx: Tx, labs: Labs, query: HistoryQuery, words: SearchWords): Promise<Omit<Found, 'words'>> {
  const rows = await tx<(FoundRow & Omit<FoundGroup, 'first'> & { deals: number; all: number })[]>`
    ${found(tx, labs, query, words)}`;
  // There are fewer pages by now, or never were so many.
  if (rows.length === 0 && query.page > 1) return findGroups(tx, labs, { ...query, page: 1 }, words);
  const groups = new Map<Id, FoundGroup>();
  for (const { id, isDeal, places, deals: _, all: __, ...row } of rows) {
    const group = groups.get(id) ?? { id, isDeal, places, first: [] };
    group.first.push(row);
    groups.set(id, group);
  }
  return { page: query.page, groups: [...groups.values()], deals: rows[0]?.deals ?? 0, places: rows[0]?.all ?? 0 };
}

/** The first places of each group of a page, in order, each with what its group and all of them count. */
export function found(
  sql: Tx,
  labs: Labs,
  query: HistoryQuery,
  words: SearchWords,
): postgres.PendingQuery<postgres.Row[]> {
  return sql`${hits(sql, labs, query, words)},
    page as (
      select coalesce(scenario_id, session_id) as id, scenario_id is not null as is_deal, count(*)::int as places,
        max(at) as latest, (count(*) over ())::int as deals, (sum(count(*)) over ())::int as all
      from hits group by 1, 2 order by latest desc, id limit ${PAGE_DEALS} offset ${(query.page - 1) * PAGE_DEALS}),
    ranked as (
      select g.*, p.lab_id, p.kind, p.part, p.body, p.at, p.author_id, coalesce(w.helpful, false) as helpful,
        coalesce(w.pinned, false) as pinned, coalesce(w.late, false) as late,
        row_number() over (partition by g.id
          order by (p.kind = 'deal') desc, coalesce(w.helpful or w.pinned, false) desc, p.at, p.part) as rank
      from page g join hits h on coalesce(h.scenario_id, h.session_id) = g.id
        join places p on p.source = h.source and p.part = h.part
        left join contributions w on w.id = h.source and h.part = 'words')
    select r.id, r.is_deal as "isDeal", r.places, r.deals, r.all, r.kind, r.part, r.body, ${instant(sql, 'r.at')} as at,
      r.helpful, r.pinned, r.late,
      ${nameOf('r.lab_id', 'r.author_id')} as author
    from ranked r
    where r.rank <= ${SHOWN_PLACES} order by r.latest desc, r.id, r.rank`;
}

/**
 * The places that answer a query, as the beginning of a statement (`with … hits as (…)`). Rows of history that have
 * changed since the places were written are left out until those have followed: the log itself tells which they are. Of
 * very many, the newest `MOST_PLACES` and one more.
 */
function hits(sql: Tx, labs: Labs, query: HistoryQuery, words: SearchWords): postgres.PendingQuery<postgres.Row[]> {
  const { rungs, decision, outcome, kind, person, time } = query;
  const ofDeals = rungs.length > 0 || decision !== undefined || outcome !== undefined;
  return sql`with stale as materialized (${staleSources(sql, labs)}),
    hits as materialized (
      select p.source, p.part, p.scenario_id, p.session_id, p.at from places p
        ${ofDeals ? sql`join standings d on d.scenario_id = p.scenario_id` : sql``}
      where p.lab_id ${inLabs(sql, labs)} and p.source not in (select source from stale)
        and ${words.words.length > 0 ? sql`p.vector @@ ${allOf(sql, words)}` : wordless(sql, query)}
        ${ofDeals ? sql`and d.lab_id ${inLabs(sql, labs)}` : sql``}
        ${rungs.length > 0 ? sql`and d.rung = any(${[...rungs]}::int[])` : sql``}
        ${decision ? sql`and d.decision = ${decision}` : sql``}
        ${outcome ? sql`and d.outcome = ${outcome}` : sql``}
        ${kind ? sql`and p.kind = ${kind}` : sql``}
        ${person ? sql`and p.author_id = ${person}` : sql``}
        ${time ? sql`and p.at >= now() - ${TIMES[time]} * interval '1 day'` : sql``}
      order by p.at desc limit ${MOST_PLACES + 1})`;
}

/** Where no words are asked for, a deal's title stands for it; what else there is, where it is asked for. */
function wordless(sql: Tx, { kind, person }: HistoryQuery) {
  if (kind === 'deal' || (!kind && !person)) return sql`p.part = 'title'`;
  return sql`(p.kind <> 'deal' or p.part = 'title')`;
}

/** The rows of history that the logs have changed, or may have, since their places were written. */
export function staleSources(sql: Tx, labs: Labs): postgres.PendingQuery<postgres.Row[]> {
  // The limit holds the planner to one look at each log's end: without it, it would read all logs. A session that
  // ended can't grow after half an hour; its places have followed long before a week is over.
  return sql`select e.source from sessions s left join place_heads h on h.session_id = s.id
      cross join lateral (
        select ${sourceOf(sql)} as source from events e
        where e.session_id = s.id and e.seq > coalesce(h.seq, 0) limit 1000000) e
    where s.lab_id ${inLabs(sql, labs)} and e.source is not null
      and (h.session_id is null or coalesce(s.ended_at, now()) > now() - interval '7 days')`;
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

/** For each word that nobody wrote those of the labs that lie a slip or two away; where there are none, the words as they are. */
async function closeWords(tx: Tx, labs: Labs, typed: SearchWords): Promise<SearchWords> {
  const asked = typed.words.flat();
  const written = await tx<{ word: string }[]>`
    select distinct word from place_words where lab_id ${inLabs(tx, labs)} and word = any(${asked}::text[])`;
  const known = new Set(written.map(({ word }) => word));
  const words = await Promise.all(asked.map((word) => (known.has(word) ? [] : nearWords(tx, labs, word))));
  if (words.every(({ length }) => length === 0)) return typed;
  return { words: words.map((near, at) => (near.length > 0 ? near : [asked[at] ?? ''])), close: true };
}

/** The labs' words that a word may have been meant to be, the nearest first. */
async function nearWords(tx: Tx, labs: Labs, word: string): Promise<string[]> {
  const most = typosIn(word);
  if (most === 0) return [];
  const rows = await tx<{ word: string }[]>`
    select word from place_words
    where lab_id ${inLabs(tx, labs)} and word % ${word}
      and length(word) between ${word.length - most} and ${word.length + most}
    group by word order by similarity(word, ${word}) desc, word limit ${CANDIDATES}`;
  return rows
    .map((row) => ({ near: row.word, typos: typosBetween(word, row.word, most) }))
    .filter(({ typos }) => typos <= most)
    .sort((a, b) => a.typos - b.typos)
    .slice(0, CLOSE_WORDS)
    .map(({ near }) => near);
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

/** To be in one of these labs; of one alone, an index gives the rows in its order. */
export function inLabs(sql: Tx, labs: Labs) {
  return labs.length === 1 ? sql`= ${labs[0] ?? null}` : sql`= ${ids(sql, labs)}`;
}

/** A column as ISO 8601 in UTC. */
export function instant(sql: Tx, column: string) {
  return sql`to_char(${sql(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
