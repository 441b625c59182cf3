import type { Id, Scenario, SessionEvent, SessionState } from '@/domain/session';
import type { Projection } from './projection';

/** Scenarios as they stand now: what the room may see in one table, the rest in another. */
export function projectScenarios({ events, after, sessionId, labId, changes }: Projection): void {
  for (const id of new Set(events.flatMap(touched))) {
    const scenario = after.scenarios[id];
    if (!scenario) continue;
    changes.put('scenarios', { ...rowOf(scenario), lab_id: labId, session_id: sessionId, stands: stands(after, id) });
    changes.put('scenario_private', {
      scenario_id: id,
      ladder: scenario.ladder ?? [],
      pipeline: scenario.pipeline ?? {},
    });
  }
  for (const event of events) {
    if (event.type === 'scenario.withdrawn') {
      changes.patch('scenarios', { id: event.data.scenarioId, stands: 'withdrawn' });
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
