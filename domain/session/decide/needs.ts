import type { Command } from '../../protocol';
import type { Id, Instant, SessionState } from '../state';
import type { Actor } from './input';
import { turnOf } from './scenarios';

/** Which facts a command is decided with; the server fetches them, within the same transaction where it matters. */
export interface Needs {
  roles?: true;
  opening?: true;
  /** The reps whose history is asked for. */
  standings?: Id[];
  /** The ended turn whose words are needed … */
  turnId?: Id;
  /** … or that of a contribution that isn't in the open turn. */
  contributionId?: Id;
  /** Something may have to be carried over. */
  nextSession?: true;
  /** The session that took over what was left. */
  carriedTo?: Id;
  /** What was reported beside the session since then, on commitments that it knows. */
  reportedSince?: Instant;
  hostAway?: true;
}

/** What `decide` needs to know beyond the state. Pure; most commands need nothing. */
export function needs(state: SessionState, command: Command, actor: Actor): Needs {
  switch (command.type) {
    case 'session.start':
      return { opening: true, standings: waitingReps(state) };
    case 'session.end':
    case 'session.cancel':
      return { nextSession: true, standings: waitingReps(state) };
    case 'session.reopen':
      return {
        ...(state.carriedTo ? { carriedTo: state.carriedTo } : {}),
        ...(state.endedAt ? { reportedSince: state.endedAt } : {}),
      };
    case 'host.hand_over':
    case 'participant.remove':
      return { roles: true };
    case 'host.take_over':
      return { hostAway: true };
    case 'scenario.submit': {
      const repId = command.data.for ?? actor.id;
      return { ...(repId ? { standings: [repId] } : {}), ...(command.data.for ? { roles: true } : {}) };
    }
    case 'turn.start': {
      const before = state.turns.find((turn) => turn.scenarioId === command.data.scenarioId);
      return before ? { turnId: before.id } : {};
    }
    case 'contribution.add': {
      const { late, replyTo } = command.data;
      return late !== undefined && late !== state.turn?.id && replyTo !== undefined ? { turnId: late } : {};
    }
    case 'contribution.edit':
    case 'contribution.withdraw':
    case 'contribution.hide':
    case 'contribution.pin':
    case 'contribution.helpful': {
      const { contributionId } = command.data;
      const here = state.turn?.contributions.some(({ id }) => id === contributionId);
      return here ? {} : { contributionId };
    }
    case 'commitment.make': {
      const { scenarioId, uses } = command.data;
      const turn = scenarioId === undefined ? undefined : turnOf(state, scenarioId);
      const ended = turn && turn.id !== state.turn?.id;
      return ended && uses?.length ? { turnId: turn.id } : {};
    }
    default:
      return {};
  }
}

function waitingReps({ queue, scenarios }: SessionState): Id[] {
  return [...new Set(queue.flatMap((id) => scenarios[id]?.repId ?? []))];
}
