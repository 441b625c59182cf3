import { sqlClient } from './connection';

/**
 * A deal's ladder as it stands: what the last reveal, or the last check-in that brought one, left. To stand behind
 * `lateral`; no row where there is neither. `scenario` is SQL for the deal's id, in which nothing is from outside.
 *
 * `rung` is the lowest open one, 0 where all hold; the read is the room's `totals` of a reveal, or the rep's `ladder`.
 */
export function ladderNow(scenario: string) {
  return sqlClient().unsafe(`(
    select * from (
      select (reveal ->> 'at')::timestamptz as at, coalesce((reveal ->> 'lowestOpenRung')::int, 0) as rung,
        reveal -> 'totals' as totals, null::jsonb as ladder, null::uuid as report
      from turns where scenario_id = ${scenario} and reveal is not null
      union all
      select reported.at, coalesce((
          select min(rung)::int from jsonb_array_elements(reported.ladder) with ordinality as one(answered, rung)
          where answered ->> 'answer' <> 'yes'), 0),
        null, reported.ladder, reported.id
      from commitments promised join checkins reported on reported.commitment_id = promised.id
      where promised.scenario_id = ${scenario} and reported.ladder is not null) steps
    order by at desc, report desc limit 1)`);
}
