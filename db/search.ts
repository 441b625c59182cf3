import type postgres from 'postgres';
import { filtersIn, FORMER, TIMES, wordsOf, type HistoryQuery, type PlaceKind } from '@/domain/history-query';
import type { Id } from '@/domain/session';
import { sqlClient } from './connection';
import { authorsIn, inLabs, type Labs } from './in-labs';
import { isoOf } from './instants';
import { isNamed, nameOf } from './names';
import { sourceOf, type Tx } from './places';
import { allOf, closeWords, type SearchWords } from './search-words';

/** How many deals, and closing rounds, a page has. */
export const PAGE_DEALS = 10;
/** So many places are looked at first, the newest: a word that everybody uses is answered as quickly as any other. */
export const MOST_PLACES = 1000;
/** Who pages on beyond those has more looked at, until their page is whole: so many times as many as likely fill it. */
const MARGIN = 1.2;
/** How many places of a deal are shown in short. */
const SHOWN_PLACES = 3;

/** One of the deals, or closing rounds, that hold what was asked. */
export interface FoundGroup {
  /** A scenario's id, or a session's. */
  id: Id;
  isDeal: boolean;
  /** How many places it holds, of those that were looked at. */
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
  /**
   * Which page it is, from 1; the last one, where there are not so many as were asked for. Of a page that can't be, the
   * last among the newest places.
   */
  page: number;
  /** Of all pages. */
  deals: number;
  rounds: number;
  places: number;
  /** There are older ones, which these don't count. */
  more: boolean;
  words: SearchWords;
}

/**
 * Carries out one search: all that it asks is of one moment, and each statement is planned for the very words, for how
 * common they are decides how they are best found.
 */
export async function searching<R>(search: (tx: Tx) => Promise<R>): Promise<R> {
  const result = await sqlClient().begin('isolation level repeatable read read only', async (tx) => {
    // Compiling a statement takes longer than carrying it out, and what is searched lies in memory, where pages out of order
    // are as near as in order. Sent along with the first statement of the search.
    const set = tx`
      select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
        set_config('random_page_cost', '1.1', true)`.execute();
    const [, value] = await Promise.all([set, search(tx)]);
    return { value };
  });
  return result.value;
}

/**
 * Finds what a query asks for in the labs' history, a page of it. Where the words as they were typed are nowhere in
 * these labs, words that are close to them stand for them. Any text is an answer: none finds every deal, and one without words nothing.
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

/** How many places a query would give; of very many `MOST_PLACES` and one more. */
export async function countPlaces(tx: Tx, labs: Labs, query: HistoryQuery, words: SearchWords): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    ${hits(tx, labs, query, words, MOST_PLACES)} select count(*)::int as count from hits`;
  return row?.count ?? 0;
}

type FoundCounts = Pick<Found, 'deals' | 'rounds' | 'places'>;
type FoundLine = FoundRow & Omit<FoundGroup, 'id' | 'first'> & { id: Id | null; counts: FoundCounts };

async function findGroups(
  tx: Tx,
  labs: Labs,
  query: HistoryQuery,
  words: SearchWords,
  most = MOST_PLACES,
): Promise<Omit<Found, 'words'>> {
  const lines = await tx<[FoundLine, ...FoundLine[]]>`${found(tx, labs, query, words, most)}`;
  const { counts } = lines[0];
  const groups = new Map<Id, FoundGroup>();
  for (const { id, isDeal, places, counts: _, ...row } of lines) {
    if (id === null) break;
    const group = groups.get(id) ?? { id, isDeal, places, first: [] };
    group.first.push(row);
    groups.set(id, group);
  }
  const more = counts.places > most;
  const whole = groupsIn(counts) >= query.page * PAGE_DEALS;
  if (more && !whole && (await mayBe(tx, labs, query.page))) {
    return findGroups(tx, labs, query, words, furtherThan(most, counts, query.page));
  }
  return {
    page: Math.min(query.page, lastPage(counts)),
    groups: [...groups.values()],
    deals: counts.deals,
    rounds: counts.rounds,
    places: Math.min(counts.places, most),
    more,
  };
}

/** How many of the deals, and closing rounds, there are together: a page has so many of both as `PAGE_DEALS` says. */
function groupsIn({ deals, rounds }: Pick<Found, 'deals' | 'rounds'>): number {
  return deals + rounds;
}

/** The last of the pages of what was found, from 1. */
export function lastPage(found: Pick<Found, 'deals' | 'rounds'>): number {
  return Math.max(1, Math.ceil(groupsIn(found) / PAGE_DEALS));
}

/** How many places to look at next: as many as fill the page, should a deal hold as many of them as so far, and some more. */
function furtherThan(most: number, counts: FoundCounts, page: number): number {
  const likely = ((page * PAGE_DEALS * counts.places) / groupsIn(counts)) * MARGIN;
  return Math.ceil(Math.max(most * 2, likely) / MOST_PLACES) * MOST_PLACES;
}

/** Whether the labs have so many deals, and sessions with a closing round, that there can be such a page. */
async function mayBe(tx: Tx, labs: Labs, page: number): Promise<boolean> {
  const before = (page - 1) * PAGE_DEALS;
  const [row] = await tx<{ may: boolean }[]>`
    select (select count(*) from scenarios where lab_id ${inLabs(tx, labs)})
      + (select count(*) from sessions where lab_id ${inLabs(tx, labs)}) > ${before} as may`;
  return row?.may ?? false;
}

/**
 * The first places of each group of a page, in order, each with what there is among the newest `most` places and one
 * more; where there are none, that count alone. The last page of those stands for one beyond it.
 */
export function found(
  sql: Tx,
  labs: Labs,
  query: HistoryQuery,
  words: SearchWords,
  most = MOST_PLACES,
): postgres.PendingQuery<postgres.Row[]> {
  return sql`${hits(sql, labs, query, words, most)},
    groups as materialized (
      select coalesce(scenario_id, session_id) as id, scenario_id is not null as is_deal, count(*)::int as places,
        max(at) as latest
      from hits group by 1, 2),
    page as (
      select * from groups order by latest desc, id limit ${PAGE_DEALS}
      offset (select ${PAGE_DEALS} * least(${query.page - 1}, greatest(count(*) - 1, 0) / ${PAGE_DEALS}) from groups)),
    ranked as (
      select g.*, p.lab_id, p.kind, p.part, p.body, p.at, p.author_id, coalesce(w.helpful, false) as helpful,
        coalesce(w.pinned, false) as pinned, coalesce(w.late, false) as late,
        row_number() over (partition by g.id
          order by (p.kind = 'deal') desc, coalesce(w.helpful or w.pinned, false) desc, p.at, p.part) as rank
      from page g join hits h on coalesce(h.scenario_id, h.session_id) = g.id
        join places p on p.source = h.source and p.part = h.part
        left join contributions w on w.id = h.source and h.part = 'words')
    select c.counts, r.id, r.is_deal as "isDeal", r.places, r.kind, r.part, r.body, ${isoOf('r.at')} as at,
      r.helpful, r.pinned, r.late, ${nameOf('r.lab_id', 'r.author_id')} as author
    from (select json_build_object('deals', count(*) filter (where is_deal),
        'rounds', count(*) filter (where not is_deal), 'places', coalesce(sum(places), 0)) as counts from groups) c
      left join ranked r on r.rank <= ${SHOWN_PLACES}
    order by r.latest desc, r.id, r.rank`;
}

/**
 * The places that answer a query, as the beginning of a statement (`with … hits as (…)`). Rows of history that have
 * changed since the places were written are left out until those have followed: the log itself tells which they are. Of
 * very many, the newest `most` and one more.
 */
function hits(
  sql: Tx,
  labs: Labs,
  query: HistoryQuery,
  words: SearchWords,
  most: number,
): postgres.PendingQuery<postgres.Row[]> {
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
        ${person ? saidBy(sql, labs, person) : sql``}
        ${time ? sql`and p.at >= now() - ${TIMES[time]} * interval '1 day'` : sql``}
      order by p.at desc limit ${most + 1})`;
}

/**
 * Where no words are asked for, a deal's title stands for it; what else there is, where it is asked for. What was typed
 * and holds no word is nowhere.
 */
function wordless(sql: Tx, { text, kind, person }: HistoryQuery) {
  if (text !== '') return sql`false`;
  if (kind === 'deal' || (!kind && !person)) return sql`p.part = 'title'`;
  return sql`(p.kind <> 'deal' or p.part = 'title')`;
}

/** Words of whoever goes by their name where they were said, or of all those who are known as former members there. */
function saidBy(sql: Tx, labs: Labs, person: string) {
  if (person !== FORMER) return sql`and p.author_id = ${person} and ${isNamed('p.lab_id', 'p.author_id')}`;
  return sql`and (p.lab_id, p.author_id) in (
    with recursive authors as (${authorsIn(sql, labs)})
    select a.lab_id, a.id from authors a where a.id is not null and not ${isNamed('a.lab_id', 'a.id')})`;
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
