import { refusal } from '../../errors';
import { lowestOpenRung, totalsOf } from '../../ladder';
import { VOTE_PHASES } from '../../permissions';
import type { Read } from '../../vocabulary';
import { lastReport, recordedBefore, saysAllOf, seenOf } from '../check-in';
import type { Id, SessionState } from '../state';
import { dayIn, type Handlers, type Input } from './input';
import { turnOf } from './scenarios';
import { knownTurn, withTurn } from './turns';
import { wordsOf } from './words';

export const ladderCommands: Handlers<
  'ladder.open' | 'ladder.vote' | 'ladder.reveal' | 'commitment.make' | 'checkin.record'
> = {
  'ladder.open': {
    find: knownTurn,
    run: ({ state, data }) =>
      withTurn(state, data.turnId, (turn) => {
        if (turn.ladderOpen) return [];
        if (!VOTE_PHASES.includes(turn.phase)) {
          return refusal('wrong_phase', 'The ladder vote opens in Clarify or Coach.');
        }
        return turn.reveal
          ? refusal('conflict', 'The reads of this turn are already in the open.')
          : [{ type: 'ladder.opened', data: { turnId: turn.id } }];
      }),
  },
  'ladder.vote': {
    find: (input) => knownTurn(input) ?? { owner: seatOf(input.state, input.data.turnId) },
    run: ({ state, data, actor }) =>
      withTurn(state, data.turnId, (turn) => {
        if (!turn.ladderOpen || actor.id === null) {
          return refusal(
            'wrong_phase',
            turn.reveal ? 'The reads are already in the open.' : 'The ladder vote is not open.',
          );
        }
        const before = turn.ballots[actor.id];
        if (before && before.join() === data.answers.join()) return [];
        const votes = turn.votes + (before ? 0 : 1);
        return [{ type: 'ladder.voted', data: { turnId: turn.id, answers: data.answers as Read, votes } }];
      }),
  },
  'ladder.reveal': {
    find: knownTurn,
    run: ({ state, data }) =>
      withTurn(state, data.turnId, (turn) => {
        if (turn.reveal) return [];
        if (turn.votes === 0) {
          return refusal('conflict', 'Nobody has voted yet, so there is nothing to reveal.');
        }
        const own = state.scenarios[turn.scenarioId]?.ladder ?? [];
        const read = own.map(({ answer }) => answer) as Read;
        const totals = totalsOf(Object.values(turn.ballots));
        return [
          {
            type: 'ladder.revealed',
            data: {
              turnId: turn.id,
              read,
              evidence: own.map(({ evidence }) => evidence ?? null),
              totals,
              lowestOpenRung: lowestOpenRung(read, totals),
            },
          },
        ];
      }),
  },
  'commitment.make': {
    valid: ({ state, data, ctx }) =>
      data.dueOn !== undefined && data.dueOn < dayIn(state.settings.timeZone, ctx.now)
        ? refusal('invalid', 'Choose today or a later day.', 'dueOn')
        : undefined,
    find: (input) => {
      const { state, data, ctx } = input;
      if (data.scenarioId !== undefined && !state.scenarios[data.scenarioId]) {
        return refusal('not_found', 'That deal is not in this session.', 'scenarioId');
      }
      const unknown = knownTurn(input);
      if (unknown) return unknown;
      const turn = meant(input);
      const deal = data.scenarioId === undefined ? undefined : state.scenarios[data.scenarioId];
      if (!turn) return deal && { owner: deal.repId };
      const { repId: owner } = turn;
      const words = owner === input.actor.id ? wordsOf(state, ctx.facts, turn.id)?.words : undefined;
      return words && data.uses?.some((id) => !words.some((one) => one.id === id))
        ? refusal('not_found', 'What it uses is not in this turn.', 'uses')
        : { owner };
    },
    run: (input) => {
      const { state, data, role, ctx } = input;
      const turn = meant(input);
      if (!turn) {
        return data.scenarioId === undefined
          ? refusal('wrong_phase', 'Nobody is on the hot seat.')
          : refusal('wrong_phase', 'It has not been on the hot seat in this session.');
      }
      const open = state.turn?.id === turn.id;
      if (data.turnId !== undefined && (data.turnId !== turn.id || (!open && !data.scenarioId))) {
        return refusal('conflict', 'That turn is over.', 'turnId');
      }
      if (open && role === 'rep' && state.settings.strict && turn.phase !== 'commit') {
        return refusal('wrong_phase', 'The commitment comes in the last phase.');
      }
      const uses = [...new Set(data.uses ?? [])];
      const words = wordsOf(state, ctx.facts, turn.id)?.words ?? [];
      const authors = words.filter((one) => uses.includes(one.id)).map(({ by }) => by);
      return [
        {
          type: 'commitment.made',
          data: {
            id: turn.commitment?.id ?? ctx.newId(),
            turnId: turn.id,
            scenarioId: turn.scenarioId,
            decision: data.decision,
            nextStep: data.nextStep,
            dueOn: data.dueOn,
            uses,
            usesOf: [...new Set(authors)].filter((id) => id !== turn.repId),
          },
        },
      ];
    },
  },
  'checkin.record': {
    find: ({ state, data }) => {
      const owner = ownerOfCommitment(state, data.commitmentId);
      return owner ? { owner } : refusal('not_found', 'That commitment is not before this session.', 'commitmentId');
    },
    run: ({ state, data: { seen, ...said }, actor, ctx }) => {
      const { commitmentId, outcome } = said;
      const by = actor.id ?? '';
      const last = lastReport(state, commitmentId);
      const unseen = seen !== undefined && last && seen !== seenOf(last) && !(last.by === by && saysAllOf(said, last));
      if (unseen) return refusal('conflict', 'Something else was reported since you began. Look at it first.', 'seen');
      const before = recordedBefore(state, { commitmentId, outcome, by });
      const ladder = said.ladder ?? before?.ladder;
      return [
        { type: 'checkin.recorded', data: { id: before?.id ?? ctx.newId(), ...said, ...(ladder ? { ladder } : {}) } },
      ];
    },
  },
};

/** The turn that a commitment is for: the named deal's, else the named turn, else the open one. */
function meant({ state, data }: Input<'commitment.make'>) {
  if (data.scenarioId !== undefined) return turnOf(state, data.scenarioId);
  if (data.turnId === undefined || state.turn?.id === data.turnId) return state.turn;
  return state.turns.find(({ id }) => id === data.turnId);
}

function seatOf(state: SessionState, turnId: Id | undefined): Id | null {
  const turn = turnId === undefined ? state.turn : [...state.turns, state.turn].find((one) => one?.id === turnId);
  return turn?.repId ?? null;
}

function ownerOfCommitment(state: SessionState, commitmentId: Id): Id | undefined {
  const due = state.rollCall.find((item) => item.commitmentId === commitmentId);
  if (due) return due.repId;
  const turns = [...state.turns, ...(state.turn ? [state.turn] : [])];
  return turns.find(({ commitment }) => commitment?.id === commitmentId)?.repId;
}
