import { snippetOf, wordsIn, type Piece } from '@/domain/search';
import { wordsOf, type HistoryFilter, type HistoryQuery, type PlaceKind } from '@/domain/history-query';
import { filtersIn, withoutFilter } from '@/domain/history-query';
import { roomRead, type RungTotals } from '@/domain/ladder';
import type { Id } from '@/domain/session';
import { FORMER_MEMBER, type Answer, type Decision, type Outcome } from '@/domain/vocabulary';
import type { Tx } from './places';
import { similarTo, type SimilarDeal } from './similar';
import {
  countPlaces,
  hits,
  ids,
  markedWords,
  searchHistory,
  searching,
  type FoundGroup,
  type Labs,
  type SearchWords,
} from './search';

/** How many places of a deal are shown in short. */
const SHOWN_PLACES = 3;

export interface FoundPlace {
  kind: PlaceKind;
  /** Which of a deal's texts, or which rung; else of no meaning. */
  part: string;
  pieces: Piece[];
  author: string;
  /** ISO 8601 in UTC. */
  at: string;
  helpful: boolean;
  pinned: boolean;
  late: boolean;
}

export interface FoundDeal {
  id: Id;
  title: string;
  rep: string;
  account: string | null;
  /** The session that it was last heard in, or waits in. */
  session: { id: Id; number: number; startsAt: string };
  /** The room's read at the last reveal, and the lowest open rung of both; null where nothing was revealed. */
  read: Answer[] | null;
  rung: number | null;
  decision: Decision | null;
  dueOn: string | null;
  outcome: Outcome | null;
}

/** What one deal, or one session's closing round, holds of what was asked. */
export interface FoundResult {
  id: Id;
  lab: { slug: string; name: string; timeZone: string };
  /** Undefined for what was said in a closing round. */
  deal?: FoundDeal;
  session: { id: Id; number: number; startsAt: string };
  places: FoundPlace[];
  /** Places that are not shown. */
  more: number;
  /** Deals of the same lab that stand alike. */
  similar: SimilarDeal[];
}

export interface HistoryPage {
  results: FoundResult[];
  /** Which page it is, from 1. */
  page: number;
  /** Of all pages. */
  deals: number;
  places: number;
  /** The words were found nowhere as they were typed: these results come close. */
  close: boolean;
  /** Where nothing was found: what would give something, and how many places. */
  instead: Instead[];
}

export interface Instead {
  /** The filter that is left out, or the word that is asked for alone. */
  without?: HistoryFilter;
  alone?: string;
  places: number;
}

/** A page of what a query finds in these labs, each place with the words that matched; all of it of one moment. */
export function historyPage(labs: Labs, query: HistoryQuery): Promise<HistoryPage> {
  return searching(async (tx) => {
    const { groups, words, ...counts } = await searchHistory(tx, labs, query);
    const results = await resultsOf(tx, labs, query, words, groups);
    const instead = counts.places > 0 ? [] : await insteadOf(tx, labs, query);
    return { results, ...counts, close: words.close && counts.places > 0, instead };
  });
}

async function resultsOf(
  tx: Tx,
  labs: Labs,
  query: HistoryQuery,
  words: SearchWords,
  groups: readonly FoundGroup[],
): Promise<FoundResult[]> {
  if (groups.length === 0) return [];
  const rows = await placesOf(tx, labs, query, words, groups);
  const heads = await headsOf(tx, groups);
  const bodies = rows.flatMap(({ body }) => wordsIn(body).map(({ word }) => word));
  const marked = await markedWords(tx, bodies, words);
  const dealIds = groups.flatMap(({ id, isDeal }) => (isDeal ? [id] : []));
  const similar = await similarTo(tx, labs, dealIds);
  const shown = (row: PlaceRow): FoundPlace => {
    const { body, group: _, ...place } = row;
    return { ...place, pieces: snippetOf(body, (word) => marked.has(word)) };
  };
  // A title stands above its places already.
  const told = rows.filter(({ kind, part }) => kind !== 'deal' || part !== 'title' || words.words.length > 0);
  return groups.flatMap(({ id, places }) => {
    const head = heads.get(id);
    const own = told.filter(({ group }) => group === id);
    const hidden = places - rows.filter(({ group }) => group === id).length;
    return head ? [{ id, ...head, places: own.map(shown), more: hidden, similar: similar.get(id) ?? [] }] : [];
  });
}

interface PlaceRow extends Omit<FoundPlace, 'pieces'> {
  group: Id;
  body: string;
}

/** The first places of each group: what was marked helpful or pinned before the rest, then as they were said. */
async function placesOf(
  tx: Tx,
  labs: Labs,
  query: HistoryQuery,
  words: SearchWords,
  groups: readonly FoundGroup[],
): Promise<PlaceRow[]> {
  const these = groups.map(({ id }) => id);
  return tx<PlaceRow[]>`
    ${hits(tx, labs, query, words, these)},
    ranked as (
      select h.*, p.kind, p.body, p.author_id, coalesce(w.helpful, false) as helpful,
        coalesce(w.pinned, false) as pinned, coalesce(w.late, false) as late,
        row_number() over (partition by coalesce(h.scenario_id, h.session_id)
          order by (p.kind = 'deal') desc, coalesce(w.helpful or w.pinned, false) desc, h.at, h.part) as rank
      from hits h join places p on p.source = h.source and p.part = h.part
        left join contributions w on w.id = h.source and h.part = 'words')
    select coalesce(r.scenario_id, r.session_id) as "group", r.kind, r.part, r.body, ${instant(tx, 'r.at')} as at,
      r.helpful, r.pinned, r.late,
      case when u.id is null or (u.email is null and not u.guest) then ${FORMER_MEMBER} else u.name end as author
    from ranked r left join users u on u.id = r.author_id
    where r.rank <= ${SHOWN_PLACES} order by r.rank`;
}

type Head = Pick<FoundResult, 'lab' | 'deal' | 'session'>;

async function headsOf(tx: Tx, groups: readonly FoundGroup[]): Promise<Map<Id, Head>> {
  const deals = groups.flatMap(({ id, isDeal }) => (isDeal ? [id] : []));
  const rounds = groups.flatMap(({ id, isDeal }) => (isDeal ? [] : [id]));
  const lab = tx`json_build_object('slug', l.slug, 'name', l.name, 'timeZone', l.time_zone) as lab`;
  const session = tx`json_build_object('id', e.id, 'number', e.number, 'startsAt', ${instant(tx, 'e.starts_at')}) as session`;
  const dealRows = await tx<
    (Omit<FoundDeal, 'read'> & { totals: RungTotals[] | null } & Pick<FoundResult, 'lab' | 'session'>)[]
  >`
    select s.id, s.title, s.account,
      case when u.email is null then ${FORMER_MEMBER} else u.name end as rep, ${lab}, ${session},
      t.reveal -> 'totals' as totals, (t.reveal ->> 'lowestOpenRung')::int as rung, c.decision, c.due_on::text as "dueOn",
      k.outcome
    from scenarios s join labs l on l.id = s.lab_id join sessions e on e.id = s.session_id join users u on u.id = s.rep_id
      left join lateral (
        select reveal from turns where scenario_id = s.id and reveal is not null
        order by started_at desc limit 1) t on true
      left join lateral (
        select id, decision, due_on from commitments where scenario_id = s.id order by made_at desc limit 1) c on true
      left join lateral (
        select outcome from checkins where commitment_id = c.id order by at desc, id desc limit 1) k on true
    where s.id = ${ids(tx, deals)}`;
  const roundRows = await tx<({ id: Id } & Pick<FoundResult, 'lab' | 'session'>)[]>`
    select e.id, ${lab}, ${session} from sessions e join labs l on l.id = e.lab_id where e.id = ${ids(tx, rounds)}`;
  const heads = new Map<Id, Head>();
  for (const { totals, lab, session, ...deal } of dealRows) {
    heads.set(deal.id, { lab, session, deal: { ...deal, session, read: totals && roomRead(totals) } });
  }
  for (const { id, lab, session } of roundRows) heads.set(id, { lab, session });
  return heads;
}

/** What would be found without each filter, and with each word alone. */
async function insteadOf(tx: Tx, labs: Labs, query: HistoryQuery): Promise<Instead[]> {
  const instead: Instead[] = [];
  const count = async (asked: HistoryQuery) => (await searchHistory(tx, labs, asked)).places;
  for (const without of filtersIn(query)) {
    instead.push({ without, places: await count(withoutFilter(query, without)) });
  }
  const words = wordsOf(query);
  for (const alone of words.length > 1 ? words : []) {
    instead.push({ alone, places: await countPlaces(tx, labs, query, { words: [[alone]], close: false }) });
  }
  return instead;
}

/** A column as ISO 8601 in UTC. */
function instant(tx: Tx, column: string) {
  return tx`to_char(${tx(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
