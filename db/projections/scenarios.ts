import { isInTime } from '@/domain/insights/pressure';
import type { Id, Scenario, SessionEvent, SessionState } from '@/domain/session';
import type { Projection } from './projection';

/** Scenarios as they stand now: what the room may see in one table, the rest in another; and their pipelines as a month has them. */
export function projectScenarios({ events, after, sessionId, labId, changes }: Projection): void {
  const touchedAt = new Map(events.flatMap((event) => touched(event).map((id) => [id, event.at] as const)));
  for (const [id, at] of touchedAt) {
    const scenario = after.scenarios[id];
    if (!scenario) continue;
    const row = rowOf(scenario);
    changes.put('scenarios', { ...row, lab_id: labId, session_id: sessionId, stands: stands(after, id) });
    changes.put('scenario_private', {
      scenario_id: id,
      ladder: scenario.ladder ?? [],
      pipeline: scenario.pipeline ?? {},
    });
    if (isInTime(Date.parse(at), Date.parse(scenario.submittedAt))) {
      const { other_live_deals, life_or_death } = row;
      changes.put('month_pipelines', { scenario_id: id, other_live_deals, life_or_death });
    }
  }
  for (const event of events) {
    if (event.type === 'scenario.withdrawn') {
      const { scenarioId } = event.data;
      changes.patch('scenarios', { id: scenarioId, stands: 'withdrawn' });
      changes.patch('month_pipelines', { scenario_id: scenarioId, withdrawn_at: event.at });
    }
  }
}

/** The scenarios that an event changes. One that is taken back is told by the session that takes it. */
function touched(event: SessionEvent): Id[] {
  switch (event.type) {
    case 'scenario.submitted':
    case 'scenario.carried':
      return [event.data.id];
    case 'scenario.edited':
    case 'scenario.seconded':
    case 'scenario.deferred':
    case 'turn.started':
      return [event.data.scenarioId];
    default:
      return [];
  }
}

function stands(state: SessionState, scenarioId: Id): string {
  if (state.turn?.scenarioId === scenarioId) return 'seated';
  return state.queue.includes(scenarioId) ? 'waiting' : 'heard';
}

function rowOf(scenario: Scenario) {
  const pipeline = scenario.pipelineHostsOnly ? undefined : scenario.pipeline;
  return {
    id: scenario.id,
    rep_id: scenario.repId,
    title: scenario.title,
    account: scenario.account,
    stage: scenario.stage,
    amount_minor: scenario.amount?.minor,
    currency: scenario.amount?.currency,
    age_days: scenario.ageDays,
    deadline: scenario.deadline,
    story: scenario.story,
    ask: scenario.ask,
    tried: scenario.tried,
    pain: scenario.pain,
    money: scenario.money,
    authority: scenario.authority,
    other_live_deals: pipeline?.otherLiveDeals,
    life_or_death: pipeline?.lifeOrDeath,
    pipeline_note: pipeline?.note,
    deferred: scenario.deferred,
    seconds: scenario.seconds.length,
    carried_weeks: scenario.carriedWeeks,
    submitted_at: scenario.submittedAt,
  };
}
