import type { LifeAnswer } from '@/domain/scenario-life';
import type { Id } from '@/domain/session';
import { sqlClient } from './connection';
import { heldIn, isoOf } from './instants';

const LIMIT = 500;

/**
 * What a deal's rep answered to questions that everyone could hear, the earliest first, in each session that the deal
 * was brought to: heard or not. Where another of their deals was heard and this one was not, the answer is the other's.
 */
export async function dealAnswers(scenarioId: Id): Promise<LifeAnswer[]> {
  const sql = sqlClient();
  const held = (session: string) => sql.unsafe(heldIn(session));
  return sql<LifeAnswer[]>`
    with recursive brought as (
      select s.session_id, ${held('e')} as at
      from scenarios s join sessions e on e.id = s.session_id where s.id = ${scenarioId}
      union
      select p.id, ${held('p')}
      from brought b
        join events c on c.session_id = b.session_id and c.type = 'scenario.carried' and c.data ->> 'id' = ${scenarioId}
        -- Back from a session that was opened again it comes from a later one, which never had it.
        join sessions p on p.id = (c.data ->> 'from')::uuid and ${held('p')} < b.at)
    select q.id as "questionId", q.session_id as "sessionId", e.number as "sessionNumber", q.asked_by as "askedBy",
      q.body as question, a.body, ${isoOf('a.at')} as at
    from scenarios s
      join brought b on true
      join sessions e on e.id = b.session_id
      join floor_questions q on q.session_id = e.id
      join floor_answers a on a.question_id = q.id and a.user_id = s.rep_id
    where s.id = ${scenarioId} and coalesce((
      select bool_or(t.scenario_id = s.id) from turns t
      where t.session_id = q.session_id and t.rep_id = s.rep_id and not t.put_off), true)
    order by a.at limit ${LIMIT}`;
}
