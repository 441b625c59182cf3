import type { LabPressureCase, PressureCase } from '@/domain/insights/cases';
import { isInTime } from '@/domain/insights/pressure';
import { sqlClient } from './connection';
import { instantAt, msOf } from './instants';
import type { Membership } from './labs';

const LIMIT = 2_000;
/** The earliest are kept: new deals leave what is told of them as it was. */
const LAB_LIMIT = 50_000;

/**
 * What the room could know of its reps' pipelines, deal by deal, of all times; each as it stood when its month was over, what
 * was withdrawn or marked "hosts only" by then left out. What changes later changes nothing here (`isInTime`).
 */
export async function pressureCases({ lab }: Membership): Promise<LabPressureCase[]> {
  const rows = await sqlClient()<(LabPressureCase & { withdrawnAt: number | null })[]>`
    select s.rep_id as "repId", ${msOf('s.submitted_at')} as "submittedAt", p.other_live_deals as "otherLiveDeals",
      p.life_or_death as "lifeOrDeath", ${msOf('p.withdrawn_at')} as "withdrawnAt"
    from scenarios s join month_pipelines p on p.scenario_id = s.id
    where s.lab_id = ${lab.id} and p.other_live_deals is not null and p.life_or_death is not null
    order by s.submitted_at limit ${LAB_LIMIT}`;
  return rows.flatMap(({ withdrawnAt, ...told }) =>
    withdrawnAt !== null && isInTime(withdrawnAt, told.submittedAt) ? [] : told,
  );
}

/** The viewer's own pipeline, deal by deal, the earliest first: also what they marked for the hosts only. */
export async function ownPressure({ lab, userId }: Membership, since: number): Promise<PressureCase[]> {
  const rows = await sqlClient()<PressureCase[]>`
    select s.rep_id as "repId", s.title as deal, s.id as "scenarioId", ${msOf('s.submitted_at')} as "submittedAt", k.outcome,
      (p.pipeline->>'otherLiveDeals')::int as "otherLiveDeals", (p.pipeline->>'lifeOrDeath')::int as "lifeOrDeath"
    from scenarios s join scenario_private p on p.scenario_id = s.id ${latestOutcome()}
    where s.lab_id = ${lab.id} and s.rep_id = ${userId} and s.submitted_at >= ${instantAt(since)}
      and s.stands <> 'withdrawn' and p.pipeline ? 'otherLiveDeals'
    order by s.submitted_at desc limit ${LIMIT}`;
  return rows.reverse();
}

/** What became of the deal, as last reported; where nothing was, that its rep moved on by the decision itself. */
function latestOutcome() {
  return sqlClient()`left join lateral (
    select coalesce(k.outcome, case when c.decision = 'move_on' then 'moved_on' end) as outcome
    from commitments c left join checkins k on k.commitment_id = c.id and k.at >= c.made_at
    where c.scenario_id = s.id order by c.made_at desc, k.at desc nulls last, k.id desc limit 1) k on true`;
}
