import { extended, leftOf, paused, phaseTime, resumed, type Timer } from '../../clock';
import { refusal, type Refusal } from '../../errors';
import type { NewEvent } from '../events';
import type { SessionState, Turn } from '../state';
import { instant, type Handlers } from './input';

export const turnCommands: Handlers<
  'turn.start' | 'turn.phase' | 'turn.pause' | 'turn.resume' | 'turn.extend' | 'turn.end'
> = {
  'turn.start': {
    find: (input) =>
      input.state.scenarios[input.data.scenarioId]
        ? knownTurn(input)
        : refusal('not_found', 'That deal is not in this session.', 'scenarioId'),
    run: ({ state, data: { scenarioId, turnId: meant }, ctx }) => {
      if (state.turn?.scenarioId === scenarioId) return [];
      if (state.turn) return refusal('conflict', 'A turn is running. End it first.');
      const repId = state.scenarios[scenarioId]?.repId ?? '';
      if (state.removed.includes(repId)) {
        return refusal('conflict', 'Its rep was removed from this session.');
      }
      const before = state.turns.find((turn) => turn.scenarioId === scenarioId);
      if (!before && !state.queue.includes(scenarioId)) {
        return refusal('conflict', "It isn't waiting in the queue.");
      }
      if (meant !== undefined && meant !== before?.id) {
        return refusal('conflict', 'That turn was about another deal.', 'turnId');
      }
      const words = ctx.facts.turn;
      if (before && words?.id !== before.id) throw new Error('A turn is resumed with its words.');
      const turnId = before?.id ?? ctx.newId();
      const phase = before?.phase ?? 'present';
      const ms = phaseTime(fullMs(state, phase), before?.left[phase]);
      return [
        {
          type: 'turn.started',
          data: {
            id: turnId,
            turnId,
            scenarioId,
            repId,
            phase,
            endsAt: instant(ctx.now + ms),
            ...(words && before ? { resumed: words.contributions } : {}),
          },
        },
      ];
    },
  },
  'turn.phase': {
    find: knownTurn,
    run: ({ state, data, ctx }) =>
      withTurn(state, data.turnId, (turn) => {
        if (data.from !== undefined && data.from !== turn.phase) {
          return refusal('conflict', `The room has moved on to ${turn.phase}.`, 'from');
        }
        if (data.phase === turn.phase) return [];
        const ms = phaseTime(fullMs(state, data.phase), turn.left[data.phase]);
        return [
          {
            type: 'turn.phase_changed',
            data: {
              turnId: turn.id,
              phase: data.phase,
              from: turn.phase,
              endsAt: instant(ctx.now + ms),
              leftMs: leftOf(timerOf(turn), ctx.now),
            },
          },
        ];
      }),
  },
  'turn.pause': {
    find: knownTurn,
    run: ({ state, data, ctx }) =>
      withTurn(state, data.turnId, (turn) => {
        const stopped = paused(timerOf(turn), ctx.now);
        return turn.leftMs !== undefined || !('leftMs' in stopped)
          ? []
          : [{ type: 'turn.paused', data: { turnId: turn.id, leftMs: stopped.leftMs } }];
      }),
  },
  'turn.resume': {
    find: knownTurn,
    run: ({ state, data, ctx }) =>
      withTurn(state, data.turnId, (turn) => {
        const running = resumed(timerOf(turn), ctx.now);
        return turn.endsAt !== undefined || !('endsAt' in running)
          ? []
          : [{ type: 'turn.resumed', data: { turnId: turn.id, endsAt: instant(running.endsAt) } }];
      }),
  },
  'turn.extend': {
    find: knownTurn,
    run: ({ state, data, ctx }) =>
      withTurn(state, data.turnId, (turn) => {
        const longer = extended(timerOf(turn), data.seconds * 1000, ctx.now);
        return [
          {
            type: 'turn.extended',
            data: {
              turnId: turn.id,
              seconds: data.seconds,
              ...('endsAt' in longer ? { endsAt: instant(longer.endsAt) } : longer),
            },
          },
        ];
      }),
  },
  'turn.end': {
    find: knownTurn,
    run: ({ state, data, ctx }) => withTurn(state, data.turnId, () => endOpenTurn(state, ctx.now)),
  },
};

/** Finishes the open turn, if there is one. */
export function endOpenTurn(state: SessionState, now: number): NewEvent[] {
  const { turn } = state;
  return turn ? [{ type: 'turn.ended', data: { turnId: turn.id, leftMs: leftOf(timerOf(turn), now) } }] : [];
}

/** The clock of the open turn. */
export function timerOf(turn: Pick<Turn, 'endsAt' | 'leftMs'>): Timer {
  return turn.endsAt === undefined ? { leftMs: turn.leftMs ?? 0 } : { endsAt: Date.parse(turn.endsAt) };
}

/** Refuses a turn that this session never had. */
export function knownTurn({
  state,
  data,
}: {
  state: SessionState;
  data: { turnId?: string | undefined };
}): Refusal | undefined {
  const { turnId } = data;
  if (turnId === undefined || state.turn?.id === turnId) return undefined;
  return state.turns.some((turn) => turn.id === turnId)
    ? undefined
    : refusal('not_found', 'There is no such turn in this session.', 'turnId');
}

/** Runs on the open turn; refuses where there is none, or where it is no longer the one that was meant. */
export function withTurn<T>(state: SessionState, turnId: string | undefined, run: (turn: Turn) => T): T | Refusal {
  if (turnId !== undefined && state.turn?.id !== turnId) {
    return refusal('conflict', 'That turn is over.', 'turnId');
  }
  return state.turn ? run(state.turn) : refusal('wrong_phase', 'Nobody is on the hot seat.');
}

function fullMs(state: SessionState, phase: Turn['phase']): number {
  return state.settings.phaseSeconds[phase] * 1000;
}
