import type { SessionEvent } from './events';
import { fold } from './fold';
import { emptySession, type EndedTurn, type Id, type SessionState, type Turn } from './state';

/**
 * An ended turn with its words, from the log: what `turn` on the wire fetches, what a command about older words needs,
 * and what the recap reads. Undefined where the log has no such turn, or where it is still open.
 */
export function wholeTurn(events: readonly SessionEvent[], turnId: Id): EndedTurn | undefined {
  let state: SessionState = emptySession();
  let ended: { endedAt: string; leftMs: number } | undefined;
  for (const event of events) {
    if (!('turnId' in event.data) || event.data.turnId !== turnId) continue;
    if (event.type === 'turn.ended') {
      ended = { endedAt: event.at, leftMs: event.data.leftMs };
    } else if (event.type === 'turn.started' && state.turn) {
      const { leftMs: _, ...turn }: Turn = state.turn;
      state = { ...state, turn: { ...turn, phase: event.data.phase, endsAt: event.data.endsAt } };
      ended = undefined;
    } else {
      state = fold(state, event);
    }
  }
  if (!state.turn || !ended) return undefined;
  const { endsAt: _, ...turn } = state.turn;
  return { ...turn, left: { ...turn.left, [turn.phase]: ended.leftMs }, ...ended };
}
