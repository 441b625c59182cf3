import type { EventData, EventOf, ScenarioData, SessionEvent } from './events';
import { SCENARIO_FIELDS } from './fold-queue';
import type { Commitment, Contribution, EndedTurn, Id, Scenario, SessionState } from './state';

/** Who looks: a person, and whether they read as a host. A stand-in reads as the room. */
export interface Viewer {
  id: Id;
  hosts: boolean;
}

type Redactors = {
  [T in keyof EventData]?: (event: EventOf<T>, viewer: Viewer, head: SessionState) => SessionEvent;
};

const redactors: Redactors = {
  // One that its author says anew is read out once more, by the same id.
  'session.reopened': (event, _, head) => {
    const reported = event.data.reported?.filter(({ checkIn: { id } }) =>
      head.checkIns.some((one) => one.id === id && one.seq === event.seq),
    );
    return { ...event, data: reported?.length ? { reported } : {} };
  },
  'host.noted': (event, viewer) => (viewer.hosts ? event : withheld(event)),
  'scenario.submitted': (event, viewer, head) => ({
    ...event,
    data: scenarioData(event.data, event.seq, viewer, head),
  }),
  'scenario.carried': (event, viewer, head) => ({
    ...event,
    data: {
      ...scenarioData(event.data, event.seq, viewer, head),
      from: event.data.from,
      place: event.data.place,
    },
  }),
  'scenario.edited': (event, viewer, head) => {
    const scenario = head.scenarios[event.data.scenarioId];
    const changes = Object.fromEntries(
      Object.entries(event.data.changes).filter(
        ([field, told]) =>
          scenario && fieldStands(field, told, event.seq, scenario) && mayReadField(field, scenario, viewer),
      ),
    );
    return { ...event, data: { ...event.data, changes } };
  },
  'turn.started': (event, viewer, head) =>
    event.data.resumed
      ? {
          ...event,
          data: {
            ...event.data,
            resumed: event.data.resumed.map((one) =>
              wordsRemain(one.id, one.by, event.seq, viewer, head) ? one : { ...one, body: '' },
            ),
          },
        }
      : event,
  'contribution.added': (event, viewer, head) =>
    wordsRemain(event.data.id, event.by, event.seq, viewer, head) ? event : withoutBody(event),
  'contribution.edited': (event, viewer, head) =>
    wordsRemain(event.data.contributionId, event.by, event.seq, viewer, head) ? event : withoutBody(event),
  'contribution.hidden': (event, viewer) =>
    viewer.hosts || viewer.id === event.data.author ? event : withoutBody(event),
  'ladder.voted': (event, viewer) => {
    if (viewer.id === event.by) return event;
    const { turnId, votes } = event.data;
    return { seq: event.seq, at: event.at, by: null, type: event.type, data: { turnId, votes } };
  },
  'commitment.made': (event, _, head) =>
    commitments(head).some((made) => made.seq === event.seq) ? event : withheld(event),
  'checkin.recorded': (event, _, head) =>
    head.checkIns.some(({ seq }) => seq === event.seq) ? event : withheld(event),
  'floor.asked': (event, viewer) =>
    !event.data.sealed || viewer.hosts || viewer.id === event.by ? event : withheld(event),
  'floor.answered': (event, _, head) =>
    head.floor.questions.some(({ answers }) => answers.some(({ seq }) => seq === event.seq)) ? event : withheld(event),
  'takeaway.left': (event, _, head) => (head.takeaways.some(({ seq }) => seq === event.seq) ? event : withheld(event)),
};

/**
 * What one viewer gets of an event, given the state at the log's end.
 * The law: folding the redacted events gives `redactState(fold(log), viewer)`, at every head.
 */
export function redact(event: SessionEvent, viewer: Viewer, head: SessionState): SessionEvent {
  const redactor = redactors[event.type] as
    ((event: SessionEvent, viewer: Viewer, head: SessionState) => SessionEvent) | undefined;
  return redactor ? redactor(event, viewer, head) : event;
}

/** The state as one viewer may know it. */
export function redactState(state: SessionState, viewer: Viewer): SessionState {
  return {
    ...state,
    scenarios: Object.fromEntries(
      Object.entries(state.scenarios).map(([id, scenario]) => [id, redactScenario(scenario, viewer)]),
    ),
    ...(state.turn ? { turn: { ...state.turn, ...redactTurn(state.turn, viewer) } } : {}),
    turns: state.turns.map((turn) => ({ ...turn, ballots: ownBallot(turn, viewer) })),
    floor: {
      ...state.floor,
      questions: state.floor.questions.filter(
        (question) => !question.sealed || viewer.hosts || question.by === viewer.id,
      ),
    },
    notes: viewer.hosts ? state.notes : [],
  };
}

/** An ended turn, fetched whole, as one viewer may know it. */
export function redactEndedTurn(turn: EndedTurn, viewer: Viewer): EndedTurn {
  return { ...turn, ...redactTurn(turn, viewer) };
}

/**
 * Everyone for whom this event may read otherwise than for the others who read as they do, as hosts or as the room.
 * Whoever delivers to many makes one frame for each of these, one for the other hosts, and one for the rest of the room.
 */
export function readersApart(event: SessionEvent, head: SessionState): Id[] {
  switch (event.type) {
    case 'scenario.submitted':
    case 'scenario.carried':
      return [event.data.repId];
    case 'scenario.edited': {
      const scenario = head.scenarios[event.data.scenarioId];
      return scenario ? [scenario.repId] : [];
    }
    case 'turn.started':
      return (event.data.resumed ?? []).map(({ by }) => by);
    case 'contribution.hidden':
      return [event.data.author];
    case 'contribution.added':
    case 'contribution.edited':
    case 'ladder.voted':
    case 'floor.asked':
      return event.by === null ? [] : [event.by];
    default:
      return [];
  }
}

function withheld({ seq, at }: SessionEvent): SessionEvent {
  return { seq, at, by: null, type: 'withheld', data: {} };
}

function withoutBody<T extends SessionEvent & { data: { body?: string } }>(event: T): T {
  const { body: _, ...data } = event.data;
  return { ...event, data };
}

/** Whether words written at `seq` still stand, and may be read by this viewer. */
function wordsRemain(contributionId: Id, author: Id | null, seq: number, viewer: Viewer, head: SessionState): boolean {
  const how = head.touched[contributionId];
  if (!how) return true;
  if (how.gone === 'withdrawn') return false;
  if (how.gone === 'hidden' && !viewer.hosts && viewer.id !== author) return false;
  return how.edited === undefined || how.edited <= seq;
}

/** The private fields: the own read for its rep and the hosts, a pipeline check where it is marked so. */
function mayReadField(field: string, scenario: Scenario, viewer: Viewer): boolean {
  if (viewer.hosts || viewer.id === scenario.repId) return true;
  return field !== 'ladder' && !(field === 'pipeline' && scenario.pipelineHostsOnly);
}

/** Whether what was told at `seq` is what the scenario says at the head: not edited away since, or told again as it was. */
function fieldStands(field: string, told: unknown, seq: number, scenario: Scenario): boolean {
  if ((scenario.changedAt[field] ?? 0) <= seq) return true;
  return JSON.stringify(told) === JSON.stringify(scenario[field as keyof Scenario]);
}

function redactScenario(scenario: Scenario, viewer: Viewer): Scenario {
  const seen = { ...scenario };
  if (!mayReadField('ladder', scenario, viewer)) delete seen.ladder;
  if (!mayReadField('pipeline', scenario, viewer)) delete seen.pipeline;
  return seen;
}

/** A scenario as told at `seq`: without what was edited away since, what is private, and all of it once withdrawn. */
function scenarioData<T extends ScenarioData>(data: T, seq: number, viewer: Viewer, head: SessionState): T {
  const scenario = head.scenarios[data.id];
  const seen: Record<string, unknown> = { ...data };
  for (const field of SCENARIO_FIELDS) {
    const stands = scenario && fieldStands(field, data[field as keyof T], seq, scenario);
    if (!stands || !mayReadField(field, scenario, viewer)) delete seen[field];
  }
  return seen as T;
}

function redactTurn(
  turn: { contributions: Contribution[]; ballots: SessionState['turns'][number]['ballots'] },
  viewer: Viewer,
) {
  return {
    contributions: turn.contributions.map((one) =>
      one.gone === 'hidden' && !viewer.hosts && one.by !== viewer.id ? { ...one, body: '' } : one,
    ),
    ballots: ownBallot(turn, viewer),
  };
}

function ownBallot(
  turn: { ballots: SessionState['turns'][number]['ballots'] },
  viewer: Viewer,
): SessionState['turns'][number]['ballots'] {
  const own = turn.ballots[viewer.id];
  return own ? { [viewer.id]: own } : {};
}

function commitments(head: SessionState): Commitment[] {
  return [...head.turns, ...(head.turn ? [head.turn] : [])].flatMap(({ commitment }) =>
    commitment ? [commitment] : [],
  );
}
