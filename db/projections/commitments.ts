import type { Id, SessionEvent, SessionState } from '@/domain/session';
import type { Projection } from './projection';

/** Commitments, and each report on one in the session. */
export function projectCommitments({ after, sessionId, labId, changes }: Projection, event: SessionEvent): void {
  if (event.type === 'commitment.made') {
    const { data } = event;
    changes.put('commitments', {
      id: data.id,
      lab_id: labId,
      session_id: sessionId,
      turn_id: data.turnId,
      scenario_id: data.scenarioId,
      rep_id: repOf(after, data.turnId) ?? event.by,
      decision: data.decision,
      next_step: data.nextStep,
      due_on: data.dueOn,
      uses: data.uses,
      uses_of: data.usesOf,
      made_at: event.at,
    });
  } else if (event.type === 'checkin.recorded') {
    const { data } = event;
    changes.put('checkins', {
      id: data.id,
      lab_id: labId,
      session_id: sessionId,
      commitment_id: data.commitmentId,
      by_id: event.by,
      outcome: data.outcome,
      ladder: data.ladder,
      note: data.note,
      looking_back: data.lookingBack,
      at: event.at,
    });
  }
}

function repOf({ turn, turns }: SessionState, turnId: Id): Id | undefined {
  return turn?.id === turnId ? turn.repId : turns.find(({ id }) => id === turnId)?.repId;
}
