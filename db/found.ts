import { snippetOf, wordsIn, type Piece } from '@/domain/search';
import { filtersIn, withoutFilter, wordsOf, type HistoryFilter, type HistoryQuery } from '@/domain/history-query';
import { roomRead, type RungTotals } from '@/domain/ladder';
import type { Id, OwnLadder } from '@/domain/session';
import type { Answer, Decision, Outcome } from '@/domain/vocabulary';
import { ids, type Labs } from './in-labs';
import { heldIn, isoOf } from './instants';
import { ladderNow } from './ladder-now';
import { nameOf } from './names';
import type { Tx } from './places';
import { reports } from './reports';
import { countPlaces, searchHistory, searching, type Found, type FoundGroup, type FoundRow } from './search';
import { markedWords, type SearchWords } from './search-words';
import { similarTo, type SimilarDeal } from './similar';

/** A place, its words cut to what matched. */
export interface FoundPlace extends Omit<FoundRow, 'body'> {
  pieces: Piece[];
}

export interface FoundDeal {
  id: Id;
  title: string;
  rep: string;
  account: string | null;
  /** The session that it was last heard in, or waits in; by when it began, or is to. */
  session: { id: Id; number: number; startsAt: string };
  /** Its ladder as it stands: the room's read, or since a check-in its rep's own; null while there is none. */
  read: Answer[] | null;
  whose: 'room' | 'own';
  /** The lowest open rung; null where all hold. */
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
  /** Places that are not shown, of those that were looked at. */
  more: number;
  /** Deals of the same lab that stand alike. */
  similar: SimilarDeal[];
}

export interface HistoryPage extends Omit<Found, 'groups' | 'words'> {
  results: FoundResult[];
  /** The words were found nowhere as they were typed: these results come close. */
  close: boolean;
  /** Where nothing was found: what would give something, and how many places. */
  instead: Instead[];
}

export interface Instead {
  /** The filter that is left out, or the word that is asked for alone. */
  without?: HistoryFilter;
  alone?: string;
  /** Of very many `MOST_PLACES` and one more. */
  places: number;
}

/** A page of what a query finds in these labs, each place with the words that matched; all of it of one moment. */
export function historyPage(labs: Labs, query: HistoryQuery): Promise<HistoryPage> {
  return searching(async (tx) => {
    const { groups, words, ...counts } = await searchHistory(tx, labs, query);
    const results = await resultsOf(tx, labs, words, groups);
    const instead = counts.places > 0 ? [] : await insteadOf(tx, labs, query, words);
    return { results, ...counts, close: words.close && counts.places > 0, instead };
  });
}

async function resultsOf(
  tx: Tx,
  labs: Labs,
  words: SearchWords,
  groups: readonly FoundGroup[],
): Promise<FoundResult[]> {
  if (groups.length === 0) return [];
  const bodies = groups.flatMap(({ first }) => first.flatMap(({ body }) => wordsIn(body).map(({ word }) => word)));
  const dealIds = groups.flatMap(({ id, isDeal }) => (isDeal ? [id] : []));
  const [heads, marked, similar] = await Promise.all([
    headsOf(tx, groups),
    markedWords(tx, bodies, words),
    similarTo(tx, labs, dealIds),
  ]);
  const shown = ({ body, ...place }: FoundRow): FoundPlace => ({
    ...place,
    pieces: snippetOf(body, (word) => marked.has(word)),
  });
  // A title stands above its places already.
  const told = ({ kind, part }: FoundRow) => kind !== 'deal' || part !== 'title' || words.words.length > 0;
  return groups.flatMap(({ id, places, first }) => {
    const head = heads.get(id);
    const own = first.filter(told).map(shown);
    return head ? [{ id, ...head, places: own, more: places - first.length, similar: similar.get(id) ?? [] }] : [];
  });
}

type Head = Pick<FoundResult, 'lab' | 'deal' | 'session'>;

async function headsOf(tx: Tx, groups: readonly FoundGroup[]): Promise<Map<Id, Head>> {
  const deals = groups.flatMap(({ id, isDeal }) => (isDeal ? [id] : []));
  const rounds = groups.flatMap(({ id, isDeal }) => (isDeal ? [] : [id]));
  const lab = tx`json_build_object('slug', l.slug, 'name', l.name, 'timeZone', l.time_zone) as lab`;
  const session = tx`json_build_object('id', e.id, 'number', e.number, 'startsAt', ${isoOf(heldIn('e'))}) as session`;
  const dealRows = tx<
    (Omit<FoundDeal, 'read' | 'whose'> & { totals: RungTotals[] | null; ladder: OwnLadder | null } & Omit<
        Head,
        'deal'
      >)[]
  >`
    select s.id, s.title, s.account,
      ${nameOf('s.lab_id', 's.rep_id')} as rep, ${lab}, ${session},
      n.totals, n.ladder, nullif(n.rung, 0) as rung, c.decision, c.due_on::text as "dueOn",
      k.outcome
    from scenarios s join labs l on l.id = s.lab_id join sessions e on e.id = s.session_id
      left join lateral ${ladderNow('s.id')} n on true
      left join lateral (
        select id, decision, due_on, made_at from commitments where scenario_id = s.id order by made_at desc limit 1) c on true
      left join lateral (
        select outcome from ${reports()} order by at desc, id desc limit 1) k on true
    where s.id = ${ids(tx, deals)}`;
  const roundRows = tx<({ id: Id } & Omit<Head, 'deal'>)[]>`
    select e.id, ${lab}, ${session} from sessions e join labs l on l.id = e.lab_id where e.id = ${ids(tx, rounds)}`;
  const [ofDeals, ofRounds] = await Promise.all([dealRows, roundRows]);
  const heads = new Map<Id, Head>();
  for (const { totals, ladder, lab, session, ...deal } of ofDeals) {
    const read = ladder?.map(({ answer }) => answer) ?? (totals && roomRead(totals));
    heads.set(deal.id, { lab, session, deal: { ...deal, session, read, whose: ladder ? 'own' : 'room' } });
  }
  for (const { id, lab, session } of ofRounds) heads.set(id, { lab, session });
  return heads;
}

/** What would be found without each filter, and with each word alone. */
function insteadOf(tx: Tx, labs: Labs, query: HistoryQuery, words: SearchWords): Promise<Instead[]> {
  const without = filtersIn(query).map(async (without) => ({
    without,
    places: await countPlaces(tx, labs, withoutFilter(query, without), words),
  }));
  const asked = wordsOf(query);
  const alone = (asked.length > 1 ? asked : []).map(async (alone) => ({
    alone,
    places: await countPlaces(tx, labs, query, { words: [[alone]], close: false }),
  }));
  return Promise.all([...without, ...alone]);
}
