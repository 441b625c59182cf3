import { refusal, type Refusal } from '../../errors';
import { lateAllows, phaseAllows } from '../../permissions';
import type { Contribution, Id, SessionState } from '../state';
import type { Facts, Handlers, Input } from './input';

type AboutContribution =
  'contribution.edit' | 'contribution.withdraw' | 'contribution.hide' | 'contribution.pin' | 'contribution.helpful';

export const wordCommands: Handlers<'contribution.add' | AboutContribution> = {
  'contribution.add': {
    find: ({ state, data, actor, ctx }) => {
      const turnId = data.late ?? data.turnId ?? state.turn?.id;
      if (turnId === undefined) return undefined;
      const turn = wordsOf(state, ctx.facts, turnId);
      if (!turn) {
        const field = data.late ? 'late' : 'turnId';
        return refusal('not_found', 'There is no such turn in this session.', field);
      }
      if (data.kind === 'answer' && turn.repId !== actor.id) {
        return refusal('forbidden', 'Answers are for whoever is on the hot seat.', 'kind');
      }
      return data.replyTo === undefined || !turn.words || turn.words.some(({ id }) => id === data.replyTo)
        ? undefined
        : refusal('not_found', 'What this replies to is not in this turn.', 'replyTo');
    },
    run: ({ state, data, role, ctx }) => {
      const { late, kind, body, replyTo } = data;
      const turnId = late ?? state.turn?.id;
      if (turnId === undefined) return refusal('wrong_phase', 'Nobody is on the hot seat now.');
      if (late === undefined) {
        if (data.turnId !== undefined && data.turnId !== turnId) {
          return refusal('wrong_phase', 'That turn is over. You can send it late.');
        }
      }
      const { turn } = state;
      if (role === 'rep' && turn?.id === turnId) {
        const { strict } = state.settings;
        const passed = lateAllows(turn, kind, strict);
        if (late === undefined ? !phaseAllows(turn.phase, kind, strict) : !passed) {
          return refusal('wrong_phase', PHASE_SENTENCE[turn.phase] + (passed ? ' You can send it late.' : ''));
        }
      }
      return [
        {
          type: 'contribution.added',
          data: {
            id: ctx.newId(),
            turnId,
            kind,
            body,
            ...(replyTo ? { replyTo } : {}),
            ...(late ? { late } : {}),
          },
        },
      ];
    },
  },
  'contribution.edit': {
    find: found,
    run: (input) =>
      standing(input, (one, turnId) =>
        one.body === input.data.body
          ? []
          : [
              {
                type: 'contribution.edited',
                data: { contributionId: one.id, turnId, body: input.data.body },
              },
            ],
      ),
  },
  'contribution.withdraw': {
    find: found,
    run: (input) =>
      locate(input)?.one.gone === 'withdrawn'
        ? []
        : standing(input, (one, turnId) => [
            { type: 'contribution.withdrawn', data: { contributionId: one.id, turnId } },
          ]),
  },
  'contribution.hide': {
    find: found,
    run: (input) =>
      locate(input)?.one.gone === 'hidden'
        ? []
        : standing(input, (one, turnId) => [
            {
              type: 'contribution.hidden',
              data: { contributionId: one.id, turnId, author: one.by, body: one.body },
            },
          ]),
  },
  'contribution.pin': {
    find: found,
    run: (input) =>
      standing(input, (one, turnId) => {
        const on = input.data.on ?? !one.pinned;
        return on === (one.pinned ?? false)
          ? []
          : [{ type: 'contribution.pinned', data: { contributionId: one.id, turnId, on } }];
      }),
  },
  'contribution.helpful': {
    find: (input) => {
      const at = locate(input);
      return at ? { owner: at.repId } : missing();
    },
    run: (input) =>
      standing(input, (one, turnId) => {
        const on = input.data.on ?? !one.helpful;
        if (on && one.by === input.actor.id) {
          return refusal('conflict', 'These are your own words.');
        }
        return on === (one.helpful ?? false)
          ? []
          : [{ type: 'contribution.marked_helpful', data: { contributionId: one.id, turnId, on } }];
      }),
  },
};

const PHASE_SENTENCE = {
  present: 'The room listens while the deal is presented.',
  clarify: "Only questions, and the hot seat's answers, for now.",
  coach: 'That is not possible in this phase.',
  commit: 'The room is quiet while the hot seat commits.',
} as const;

/** The words of a turn of this session; `words` is missing for an ended one that was not fetched. */
export function wordsOf(
  state: SessionState,
  facts: Facts,
  turnId: Id,
): { repId: Id; words?: Contribution[] } | undefined {
  if (state.turn?.id === turnId) return { repId: state.turn.repId, words: state.turn.contributions };
  const ended = state.turns.find(({ id }) => id === turnId);
  if (!ended) return undefined;
  return facts.turn?.id === turnId ? { repId: ended.repId, words: facts.turn.contributions } : { repId: ended.repId };
}

function locate({ state, data, ctx }: Input<AboutContribution>) {
  for (const turn of [state.turn, ctx.facts.turn]) {
    const one = turn?.contributions.find(({ id }) => id === data.contributionId);
    if (turn && one) return { one, turnId: turn.id, repId: turn.repId };
  }
  return undefined;
}

function missing(): Refusal {
  return refusal('not_found', 'That contribution is not in this session.', 'contributionId');
}

function found(input: Input<AboutContribution>): Refusal | { owner: Id } {
  const at = locate(input);
  return at ? { owner: at.one.by } : missing();
}

/** Runs on a contribution that still stands; words that are gone can't be changed. */
function standing<T>(input: Input<AboutContribution>, run: (one: Contribution, turnId: Id) => T): T | Refusal {
  const at = locate(input);
  if (!at) return missing();
  return at.one.gone ? refusal('conflict', `It was ${at.one.gone}.`) : run(at.one, at.turnId);
}
