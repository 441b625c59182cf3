import type { Id } from '@/domain/session';
import { runningSession } from './checkins';
import type { Membership } from './labs';
import { loadState } from './session-log';

/** The open turn of the lab's session under way, where this person is on its hot seat. */
export async function turnOnSeat(
  membership: Membership,
  userId: Id,
): Promise<{ sessionId: Id; turnId: Id } | undefined> {
  const sessionId = await runningSession(membership);
  if (!sessionId) return undefined;
  const { state } = await loadState(sessionId);
  return state.turn?.repId === userId ? { sessionId, turnId: state.turn.id } : undefined;
}
