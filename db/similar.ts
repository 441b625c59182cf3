import type postgres from 'postgres';
import { askableWords, asWritten, type Shares } from '@/domain/similar';
import type { Id } from '@/domain/session';
import type { Membership } from './labs';
import { nameOf } from './names';
import type { Tx } from './places';
import { ids, inLabs, type Labs } from './in-labs';
import { searching, staleSources } from './search';

/** How many deals one is compared with where lists are drawn: the last ones brought. */
const RECENT = 300;
const BESIDE_A_RESULT = 2;
const BESIDE_A_DRAFT = 3;
/** A word that more of the lab's deals have than this share tells nothing about any of them. */
const TELLING_SHARE = 0.2;

export interface SimilarDeal {
  id: Id;
  title: string;
  rep: string;
  shares: Shares;
}

/** What of a deal that is being written others can be compared with. */
export interface DealSoFar {
  text: string;
  stage: string;
  /** The lowest open rung of the read so far; null while there is none. */
  rung: number | null;
}

interface Row {
  id: Id;
  title: string;
  rep: string;
  rung: number | null;
  stage: boolean;
  words: string[];
}

/** The lab's deals that resemble one that is being written, by words that few deals have, rung and stage. No read counts that the room doesn't know. */
export function similarDeals({ lab }: Membership, deal: DealSoFar): Promise<SimilarDeal[]> {
  return searching(async (tx) => {
    const words = askableWords(deal.text);
    const rows = await tx<Row[]>`
      with stale as materialized (${staleSources(tx, [lab.id])}),
      shared as materialized (
        select w.word, p.scenario_id from unnest(${words}::text[]) as w(word)
          join places p on p.vector @@ (quote_literal(w.word))::tsquery
        where p.lab_id = ${lab.id} and p.kind = 'deal' and p.source not in (select source from stale)
        group by 1, 2),
      deals as (select count(*)::float8 as count from scenarios where lab_id = ${lab.id} and stands <> 'withdrawn'),
      telling as (
        select word, count(*)::float8 as held, deals.count from shared, deals group by word, deals.count
        having count(*) <= greatest(2, ${TELLING_SHARE} * deals.count)),
      scored as (
        select scenario_id, sum(ln(1 + t.count / t.held)) as score, array_agg(word order by held, word) as words
        from shared join telling t using (word) group by scenario_id),
      standing as (${standing(tx, tx`select * from scenarios where lab_id = ${lab.id} and stands <> 'withdrawn'`)})
      select d.id, d.title, ${nameOf('d.lab_id', 'd.rep_id')} as rep,
        case when d.rung = ${deal.rung} then d.rung end as rung,
        coalesce(d.stage = lower(btrim(${deal.stage})), false) as stage, coalesce(s.words, '{}') as words
      from standing d left join scored s on s.scenario_id = d.id
      where cardinality(coalesce(s.words, '{}')) >= 2
        or (case when s.words is null then 0 else 1 end) + coalesce((d.rung = ${deal.rung})::int, 0)
          + coalesce((d.stage = lower(btrim(${deal.stage})))::int, 0) >= 2
      order by coalesce(s.score, 0) + 1.5 * coalesce((d.rung = ${deal.rung})::int, 0)
        + coalesce((d.stage = lower(btrim(${deal.stage})))::int, 0) desc, d.submitted_at desc
      limit ${BESIDE_A_DRAFT}`;
    return rows.map((row) => toSimilar({ ...row, words: asWritten(deal.text, row.words) }));
  });
}

/** For each of these deals others of its lab that stand at the same rung or in the same stage. */
export async function similarTo(tx: Tx, labs: Labs, deals: readonly Id[]): Promise<Map<Id, SimilarDeal[]>> {
  const similar = new Map<Id, SimilarDeal[]>();
  if (deals.length === 0) return similar;
  const inHistory = tx`select * from scenarios where lab_id ${inLabs(tx, labs)} and stands <> 'withdrawn'`;
  const rows = await tx<(Row & { of: Id })[]>`
    with recent as materialized (${standing(tx, tx`${inHistory} order by submitted_at desc limit ${RECENT}`)}),
      these as (${standing(tx, tx`${inHistory} and id = ${ids(tx, deals)}`)}),
      ranked as (
        select a.id as of, b.*, case when a.rung = b.rung then b.rung end as same_rung,
          coalesce(a.stage = b.stage, false) as same_stage,
          row_number() over (partition by a.id order by (a.rung is not distinct from b.rung and a.stage = b.stage) desc nulls last,
            (a.rung = b.rung) desc nulls last, b.submitted_at desc) as rank
        from these a join recent b on b.lab_id = a.lab_id and b.id <> a.id and (a.rung = b.rung or a.stage = b.stage))
    select r.of, r.id, r.title, '' as rep, r.same_rung as rung, r.same_stage as stage, '{}'::text[] as words
    from ranked r where rank <= ${BESIDE_A_RESULT} order by r.of, rank`;
  for (const { of, ...row } of rows) similar.set(of, [...(similar.get(of) ?? []), toSimilar(row)]);
  return similar;
}

/** How these deals stand: their stage, as it is compared, and their lowest open rung; null where all hold. */
function standing(tx: Tx, deals: postgres.PendingQuery<postgres.Row[]>) {
  return tx`select s.id, s.lab_id, s.rep_id, s.title, s.submitted_at, d.stage, nullif(d.rung, 0) as rung
    from (${deals}) s join standings d on d.scenario_id = s.id`;
}

function toSimilar({ id, title, rep, ...shares }: Row): SimilarDeal {
  return { id, title, rep, shares };
}
