import type { WordsCase, WrittenCase } from '@/domain/insights/cases';
import { sqlClient } from './connection';
import { instantAt } from './instants';
import type { Membership } from './labs';
import { nameOf } from './names';

/** By person and kind: more than the largest lab has. */
const WRITTEN_LIMIT = 100_000;
/** How many characters of a contribution its line in a list holds. */
const LINE = 140;

/** What everybody wrote since an instant (ms) in sessions that ended, and did not take back, by person and kind. */
export async function writtenCases({ lab }: Membership, since: number): Promise<WrittenCase[]> {
  return sqlClient()<WrittenCase[]>`
    with used as (${usedIn(lab.id)})
    select c.author_id as "authorId", ${nameOf('c.lab_id', 'c.author_id')} as "authorName", c.kind, count(*)::int as count,
      (count(*) filter (where c.helpful))::int as helpful, count(used.id)::int as used
    from contributions c
      left join used on used.id = c.id
    where ${written(lab.id, since)}
    group by c.lab_id, c.author_id, c.kind
    order by count(*) desc limit ${WRITTEN_LIMIT}`;
}

/** A part of the same, one by one, the newest first; answers are the hot seat's own and not among them. */
export async function wordsBehind(
  { lab }: Membership,
  since: number,
  { helpfulOnly = false, skip, take }: { helpfulOnly?: boolean; skip: number; take: number },
): Promise<WordsCase[]> {
  return sqlClient()<WordsCase[]>`
    with used as (${usedIn(lab.id)})
    select c.id, t.scenario_id as "scenarioId", left(c.body, ${LINE}) as body,
      ${nameOf('c.lab_id', 'c.author_id')} as "authorName", c.kind, e.number as "sessionNumber", c.helpful,
      used.id is not null as used
    from contributions c
      join turns t on t.id = c.turn_id
      join sessions e on e.id = c.session_id
      left join used on used.id = c.id
    where ${written(lab.id, since)} and c.kind <> 'answer' and (c.helpful or not ${helpfulOnly})
    order by c.at desc, c.id desc offset ${skip} limit ${take}`;
}

function written(labId: string, since: number) {
  return sqlClient()`c.lab_id = ${labId} and c.at >= ${instantAt(since)} and c.gone is null
    and c.session_id in (select id from sessions where lab_id = ${labId} and status = 'ended')`;
}

/** Which contributions a commitment of the lab rests on. */
function usedIn(labId: string) {
  return sqlClient()`select distinct unnest(uses) as id from commitments where lab_id = ${labId}`;
}
