import type { AskedBefore } from '@/domain/worth-asking';
import { sqlClient } from './connection';
import type { Membership } from './labs';
import { nameOf } from './names';

/** How many of a lab's reveals at a rung are looked through, the latest. */
const TURNS = 300;
const SHOWN = 4;

/**
 * The lab's best questions about deals whose lowest open rung was this one (1 to 5) at their reveal: those that a
 * commitment used come first, then those the hot seat marked helpful, then the newest. What is gone is not among them.
 */
export async function worthAsking({ lab }: Membership, rung: number): Promise<AskedBefore[]> {
  return sqlClient()<AskedBefore[]>`
    with stalled as (
      select id, scenario_id from turns
      where lab_id = ${lab.id} and (reveal->>'lowestOpenRung')::int = ${rung} and ended_at is not null
      order by started_at desc limit ${TURNS}),
    asked as (
      select c.id, c.body, c.author_id, c.at, c.helpful, t.scenario_id,
        (select count(*)::int from commitments m where m.turn_id = t.id and c.id = any(m.uses)) as used
      from stalled t join contributions c on c.turn_id = t.id
      where c.kind = 'question' and c.gone is null)
    select a.id, a.body, ${nameOf('s.lab_id', 'a.author_id')} as by,
      a.scenario_id as "scenarioId", s.title as deal, a.helpful, a.used
    from asked a join scenarios s on s.id = a.scenario_id
    where a.helpful or a.used > 0
    order by a.used desc, a.helpful desc, a.at desc limit ${SHOWN}`;
}
