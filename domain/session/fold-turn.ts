import type { Steps } from './fold';
import { withStandings } from './fold-queue';
import type { Contribution, EndedTurn, Id, Instant, SessionState, Turn, TurnSummary } from './state';
import type { EventOf } from './events';

export const foldTurn: Steps<
  | 'turn.started'
  | 'turn.phase_changed'
  | 'turn.paused'
  | 'turn.resumed'
  | 'turn.extended'
  | 'turn.ended'
  | 'contribution.added'
  | 'contribution.edited'
  | 'contribution.withdrawn'
  | 'contribution.hidden'
  | 'contribution.pinned'
  | 'contribution.marked_helpful'
  | 'ladder.opened'
  | 'ladder.voted'
  | 'ladder.revealed'
  | 'commitment.made'
> = {
  'turn.started': (state, { data, at }) => {
    const before = state.turns.find((turn) => turn.id === data.turnId);
    const scenario = state.scenarios[data.scenarioId];
    return {
      ...state,
      queue: state.queue.filter((id) => id !== data.scenarioId),
      scenarios: {
        // Whatever else this rep brought waits behind the seat that they have just had.
        ...(before && !scenario?.deferred
          ? state.scenarios
          : withStandings(state.scenarios, {
              [data.repId]: { lastSeatAt: before?.startedAt ?? at, coached: 0 },
            })),
        ...(scenario ? { [scenario.id]: { ...scenario, deferred: false } } : {}),
      },
      turns: state.turns.filter((turn) => turn !== before),
      turn: {
        ...(before ? factsOf(before) : freshTurn(data, at)),
        phase: data.phase,
        phaseSince: at,
        endsAt: data.endsAt,
        contributions: data.resumed ?? [],
      },
    };
  },
  'turn.phase_changed': (state, { data, at }) =>
    inTurn(state, data.turnId, ({ leftMs: _, ...turn }) => ({
      ...turn,
      left: { ...turn.left, [data.from]: data.leftMs },
      phase: data.phase,
      phaseSince: at,
      endsAt: data.endsAt,
    })),
  'turn.paused': (state, { data }) =>
    inTurn(state, data.turnId, ({ endsAt: _, ...turn }) => ({ ...turn, leftMs: data.leftMs })),
  'turn.resumed': (state, { data }) =>
    inTurn(state, data.turnId, ({ leftMs: _, ...turn }) => ({ ...turn, endsAt: data.endsAt })),
  'turn.extended': (state, { data }) =>
    inTurn(state, data.turnId, ({ endsAt: _, leftMs: __, ...turn }) => ({
      ...turn,
      ...(data.endsAt === undefined ? { leftMs: data.leftMs ?? 0 } : { endsAt: data.endsAt }),
    })),
  'turn.ended': (state, { data, at }) => {
    if (state.turn?.id !== data.turnId) return state;
    const { turn, ...rest } = state;
    return { ...rest, turns: [...state.turns, summarised(endedTurn(turn, data.leftMs, at))] };
  },
  'contribution.added': (state, event) => {
    const added = contributionFrom(event);
    return eitherTurn(
      state,
      event.data.turnId,
      (turn) => ({ ...turn, contributions: [...turn.contributions, added] }),
      (turn) => (added.late ? { ...turn, late: turn.late + 1 } : turn),
    );
  },
  'contribution.edited': (state, { data, by, seq }) => {
    const { body } = data;
    return touched(
      inContribution(state, data, (was) => ({ ...was, edited: true, body: body ?? was.body })),
      data.contributionId,
      { edited: seq, by: by ?? '' },
    );
  },
  'contribution.withdrawn': (state, { data, by }) =>
    touched(
      inContribution(state, data, (was) => ({ ...was, gone: 'withdrawn', body: '' })),
      data.contributionId,
      { gone: 'withdrawn', by: by ?? '' },
    ),
  'contribution.hidden': (state, { data }) =>
    touched(
      inContribution(state, data, (was) => ({ ...was, gone: 'hidden', body: data.body ?? '' })),
      data.contributionId,
      { gone: 'hidden', by: data.author },
    ),
  'contribution.pinned': (state, { data }) =>
    inContribution(state, data, ({ pinned: _, ...was }) => (data.on ? { ...was, pinned: true } : was)),
  'contribution.marked_helpful': (state, { data }) =>
    eitherTurn(
      state,
      data.turnId,
      (turn) =>
        changed(turn, data.contributionId, ({ helpful: _, ...was }) => (data.on ? { ...was, helpful: true } : was)),
      (turn) => {
        const others = turn.helpful.filter((id) => id !== data.contributionId);
        return { ...turn, helpful: data.on ? [...others, data.contributionId] : others };
      },
    ),
  'ladder.opened': (state, { data }) => inTurn(state, data.turnId, (turn) => ({ ...turn, ladderOpen: true })),
  'ladder.voted': (state, { data, by }) =>
    inTurn(state, data.turnId, (turn) => ({
      ...turn,
      votes: data.votes,
      ballots: data.answers && by !== null ? { ...turn.ballots, [by]: data.answers } : turn.ballots,
    })),
  'ladder.revealed': (state, { data, at }) =>
    inTurn(state, data.turnId, (turn) => {
      const { turnId: _, ...shown } = data;
      return { ...turn, ladderOpen: false, reveal: { ...shown, at } };
    }),
  'commitment.made': (state, { data, by, at, seq }) => {
    const { turnId, scenarioId: _, ...made } = data;
    const commitment = { ...made, by: by ?? '', at, seq };
    return eitherTurn(
      state,
      turnId,
      (turn) => ({ ...turn, commitment }),
      (turn) => ({ ...turn, commitment }),
    );
  },
};

function freshTurn(data: { turnId: Id; scenarioId: Id; repId: Id }, at: Instant): TurnFactsOnly {
  return {
    id: data.turnId,
    scenarioId: data.scenarioId,
    repId: data.repId,
    startedAt: at,
    left: {},
    ladderOpen: false,
    votes: 0,
    ballots: {},
  };
}

type TurnFactsOnly = Omit<Turn, 'phase' | 'phaseSince' | 'endsAt' | 'leftMs' | 'contributions'>;

function factsOf(summary: TurnSummary): TurnFactsOnly {
  const { phase: _, endedAt: __, leftMs: ___, contributions: ____, helpful: _____, late: ______, ...facts } = summary;
  return facts;
}

function endedTurn(turn: Turn, leftMs: number, endedAt: Instant): EndedTurn {
  const { endsAt: _, phaseSince: __, ...rest } = turn;
  return { ...rest, left: { ...turn.left, [turn.phase]: leftMs }, leftMs, endedAt };
}

/** An ended turn without its words. */
export function summarised(turn: EndedTurn): TurnSummary {
  const { contributions, ...facts } = turn;
  return {
    ...facts,
    contributions: contributions.filter((one) => !one.late).length,
    helpful: contributions.filter((one) => one.helpful).map(({ id }) => id),
    late: contributions.filter((one) => one.late).length,
  };
}

/** The contribution that `contribution.added` tells of. */
export function contributionFrom(event: EventOf<'contribution.added'>): Contribution {
  const { id, kind, body, replyTo, late } = event.data;
  return {
    id,
    by: event.by ?? '',
    kind,
    body: body ?? '',
    at: event.at,
    seq: event.seq,
    ...(replyTo ? { replyTo } : {}),
    ...(late ? { late: true } : {}),
  };
}

function inTurn(state: SessionState, turnId: Id, edit: (turn: Turn) => Turn): SessionState {
  return state.turn?.id === turnId ? { ...state, turn: edit(state.turn) } : state;
}

function eitherTurn(
  state: SessionState,
  turnId: Id,
  open: (turn: Turn) => Turn,
  ended: (turn: TurnSummary) => TurnSummary,
): SessionState {
  if (state.turn?.id === turnId) return inTurn(state, turnId, open);
  return { ...state, turns: state.turns.map((turn) => (turn.id === turnId ? ended(turn) : turn)) };
}

function inContribution(
  state: SessionState,
  at: { turnId: Id; contributionId: Id },
  edit: (was: Contribution) => Contribution,
): SessionState {
  return inTurn(state, at.turnId, (turn) => changed(turn, at.contributionId, edit));
}

function changed(turn: Turn, contributionId: Id, edit: (was: Contribution) => Contribution): Turn {
  return {
    ...turn,
    contributions: turn.contributions.map((one) => (one.id === contributionId ? edit(one) : one)),
  };
}

function touched(
  state: SessionState,
  contributionId: Id,
  how: { edited?: number; gone?: 'withdrawn' | 'hidden'; by: Id },
): SessionState {
  const before = state.touched[contributionId];
  return { ...state, touched: { ...state.touched, [contributionId]: { ...before, ...how } } };
}
