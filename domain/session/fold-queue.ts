import { LIMITS } from '../vocabulary';
import type { Steps } from './fold';
import type { ScenarioData } from './events';
import type { Id, Instant, Scenario, SessionState, Standing, TurnSummary } from './state';

export const foldQueue: Steps<
  | 'scenario.submitted'
  | 'scenario.carried'
  | 'scenario.taken_back'
  | 'scenario.edited'
  | 'scenario.withdrawn'
  | 'scenario.seconded'
  | 'scenario.deferred'
  | 'queue.moved'
> = {
  'scenario.submitted': (state, { data, at }) => ({
    ...withScenario(state, scenarioFrom(data, at)),
    queue: [...state.queue, data.id],
  }),
  'scenario.carried': (state, { data, at, seq }) => {
    const { from: _, place, ...whole } = data;
    // Every word of it may have changed where it comes from; and it may have been here before.
    const changedAt = Object.fromEntries(SCENARIO_FIELDS.map((field) => [field, seq]));
    const scenario = { ...scenarioFrom(whole, at), changedAt };
    const known = state.scenarios[data.id];
    if (!known) {
      return { ...withScenario(state, scenario), queue: placed(state.queue, data.id, place) };
    }
    const { deferred } = known;
    return {
      ...withScenario(state, { ...scenario, deferred }),
      queue: state.queue.includes(data.id) ? state.queue : [...state.queue, data.id],
    };
  },
  'scenario.taken_back': (state, { data }) => withoutScenario(state, data.scenarioId),
  'scenario.withdrawn': (state, { data }) => withoutScenario(state, data.scenarioId),
  'scenario.edited': (state, { data, seq }) =>
    change(state, data.scenarioId, (scenario) => {
      const { ladder, pipeline, ...rest } = data.changes;
      const edited: Record<string, unknown> = { ...scenario };
      for (const [field, value] of Object.entries(rest)) {
        if (value === null || value === undefined) delete edited[field];
        else edited[field] = value;
      }
      const next = edited as unknown as Scenario;
      if (ladder) next.ladder = ladder;
      if (data.pipelineHostsOnly !== undefined) {
        next.pipelineHostsOnly = data.pipelineHostsOnly;
        if (pipeline) next.pipeline = pipeline;
        else delete next.pipeline;
      }
      next.changedAt = { ...scenario.changedAt };
      for (const field of data.fields) next.changedAt[field] = seq;
      return next;
    }),
  'scenario.seconded': (state, { data, by }) =>
    by === null
      ? state
      : change(state, data.scenarioId, (scenario) => ({
          ...scenario,
          seconds: data.on ? [...new Set([...scenario.seconds, by])] : scenario.seconds.filter((id) => id !== by),
        })),
  'scenario.deferred': (state, { data }) => {
    const deferred = change(state, data.scenarioId, (scenario) => ({ ...scenario, deferred: true }));
    return {
      ...unseated(deferred, data.scenarioId),
      queue: placed(state.queue, data.scenarioId, state.queue.length),
    };
  },
  'queue.moved': (state, { data }) => ({
    ...state,
    queue: placed(state.queue, data.scenarioId, data.to),
  }),
};

/** The fields that `scenario.edit` may change, and that a conflict is about. */
export const SCENARIO_FIELDS = [
  'title',
  'account',
  'stage',
  'amount',
  'ageDays',
  'deadline',
  'story',
  'ask',
  'tried',
  'pain',
  'money',
  'authority',
  'ladder',
  'pipeline',
] as const;

function scenarioFrom(data: ScenarioData, at: Instant): Scenario {
  return {
    ...data,
    submittedAt: data.submittedAt ?? at,
    changedAt: {},
    deferred: false,
  };
}

/** The queue with the scenario at `to`, 0 being next; beyond the end is last. */
export function placed(queue: readonly Id[], scenarioId: Id, to: number): Id[] {
  const rest = queue.filter((id) => id !== scenarioId);
  rest.splice(Math.min(to, rest.length), 0, scenarioId);
  return rest;
}

function withScenario(state: SessionState, scenario: Scenario): SessionState {
  return { ...state, scenarios: { ...state.scenarios, [scenario.id]: scenario } };
}

/** What has been on the hot seat stays in the record, and only leaves the queue. */
function withoutScenario(state: SessionState, scenarioId: Id): SessionState {
  const queue = state.queue.filter((id) => id !== scenarioId);
  if (state.turns.some((turn) => turn.scenarioId === scenarioId)) return { ...state, queue };
  const { [scenarioId]: _, ...scenarios } = state.scenarios;
  return { ...state, scenarios, queue };
}

function change(state: SessionState, scenarioId: Id, edit: (scenario: Scenario) => Scenario): SessionState {
  const scenario = state.scenarios[scenarioId];
  return scenario ? withScenario(state, edit(scenario)) : state;
}

/** A turn that is put off was no seat: what its rep brought stands as before it. The scenario itself kept that. */
function unseated(state: SessionState, scenarioId: Id): SessionState {
  const scenario = state.scenarios[scenarioId];
  if (!scenario || !state.turns.some((turn) => turn.scenarioId === scenarioId)) return state;
  return { ...state, scenarios: withStandings(state.scenarios, { [scenario.repId]: scenario.standing }) };
}

/**
 * Whether a turn of this session was put off, not taken up again and not committed to: its deal waits, and its rep has
 * had no seat.
 */
export function wasPutOff(state: SessionState, turn: Pick<TurnSummary, 'scenarioId' | 'commitment'>): boolean {
  return state.scenarios[turn.scenarioId]?.deferred === true && !turn.commitment;
}

/** How many scenarios a rep has waiting in this session. */
export function waitingOf(state: SessionState, repId: Id): number {
  return state.queue.filter((id) => state.scenarios[id]?.repId === repId).length;
}

/** Whether the rep may bring one more. */
export function hasRoomFor(state: SessionState, repId: Id): boolean {
  return waitingOf(state, repId) < LIMITS.queuedPerRep;
}

/** The scenarios with what is known of their reps by now; those of other reps as they are. */
export function withStandings(
  scenarios: SessionState['scenarios'],
  standings: Readonly<Record<Id, Standing>> = {},
): SessionState['scenarios'] {
  return Object.fromEntries(
    Object.entries(scenarios).map(([id, scenario]) => {
      const standing = standings[scenario.repId];
      return [id, standing ? { ...scenario, standing } : scenario];
    }),
  );
}
