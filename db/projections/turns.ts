import { wasPutOff, type Id, type SessionEvent, type SessionState } from '@/domain/session';
import type { Projection } from './projection';

/** Turns as they stand now: whose, from when until when, how many voted, and what was revealed. */
export function projectTurns({ events, after, sessionId, labId, changes }: Projection): void {
  for (const id of new Set(events.flatMap((event) => touched(event, after)))) {
    const open = after.turn?.id === id ? after.turn : undefined;
    const ended = open ? undefined : after.turns.find((turn) => turn.id === id);
    const turn = open ?? ended;
    if (!turn) continue;
    changes.put('turns', {
      id,
      lab_id: labId,
      session_id: sessionId,
      scenario_id: turn.scenarioId,
      rep_id: turn.repId,
      started_at: turn.startedAt,
      ended_at: ended?.endedAt ?? null,
      put_off: wasPutOff(after, turn),
      votes: turn.votes,
      reveal: turn.reveal ?? null,
    });
    if (ended) changes.patch('scenarios', { id: turn.scenarioId, stands: standsAfter(after.queue, turn.scenarioId) });
  }
}

function standsAfter(queue: readonly Id[], scenarioId: Id): string {
  return queue.includes(scenarioId) ? 'waiting' : 'heard';
}

function touched(event: SessionEvent, { turns }: SessionState): Id[] {
  switch (event.type) {
    case 'turn.started':
    case 'turn.ended':
    case 'ladder.voted':
    case 'ladder.revealed':
    case 'commitment.made':
      return [event.data.turnId];
    case 'scenario.deferred':
      return turns.filter(({ scenarioId }) => scenarioId === event.data.scenarioId).map(({ id }) => id);
    default:
      return [];
  }
}
