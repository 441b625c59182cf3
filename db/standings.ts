import type { Id } from '@/domain/session';
import { ladderNow } from './ladder-now';
import type { Tx } from './places';
import { reports } from './reports';

/** Brings how deals stand up to what history says now: those that any of these scenarios, turns or commitments belongs to. */
export async function refreshStandings(tx: Tx, sources: readonly Id[]): Promise<void> {
  const these = tx`any(${[...sources]}::uuid[])`;
  await tx`
    insert into standings (scenario_id, lab_id, stage, rung, decision, outcome)
    select s.id, s.lab_id, nullif(lower(btrim(s.stage)), ''), n.rung, c.decision, k.outcome
    from scenarios s
      left join lateral ${ladderNow('s.id')} n on true
      left join lateral (
        select id, decision, made_at from commitments where scenario_id = s.id order by made_at desc limit 1) c on true
      left join lateral (
        select outcome from ${reports()} order by at desc, id desc limit 1) k on true
    where s.id in (
      select id from scenarios where id = ${these}
      union select scenario_id from turns where id = ${these}
      union select scenario_id from commitments where id = ${these})
    order by s.id
    on conflict (scenario_id) do update set lab_id = excluded.lab_id, stage = excluded.stage, rung = excluded.rung,
      decision = excluded.decision, outcome = excluded.outcome`;
}
