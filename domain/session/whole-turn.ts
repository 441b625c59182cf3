import type { EventType, SessionEvent } from './events';
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
    if (!isAbout(event, turnId)) continue;
    const { turn } = state;
    if (event.type === 'turn.ended' && turn) {
      ended = { endedAt: event.at, leftMs: event.data.leftMs };
      const left = { ...turn.left, [turn.phase]: event.data.leftMs };
      // Kept open here, so that late words, marks and edits after the end still find it.
      state = { ...state, turn: { ...turn, left } };
    } else if (event.type === 'turn.started' && turn) {
      ended = undefined;
      const { leftMs: _, ...rest }: Turn = turn;
      state = { ...state, turn: { ...rest, phase: event.data.phase, phaseSince: event.at, endsAt: event.data.endsAt } };
    } else {
      state = fold(state, event);
    }
  }
  if (!state.turn || !ended) return undefined;
  const { endsAt: _, phaseSince: __, ...turn } = state.turn;
  return { ...turn, ...ended };
}

/** What tells of reports names their commitments, not a turn; the fold finds it. */
export const REPORTING: readonly EventType[] = ['checkin.recorded', 'session.reopened'];

/** Whether an event is of a turn, or may be about its commitment. */
export function isAbout(event: SessionEvent, turnId: Id): boolean {
  return REPORTING.includes(event.type) || ('turnId' in event.data && event.data.turnId === turnId);
}
