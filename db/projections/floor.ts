import type { SessionEvent } from '@/domain/session';
import type { Projection } from './projection';

/** The closing round: questions that are in the open, answers and takeaways. A sealed one is not here. */
export function projectFloor({ sessionId, labId, changes }: Projection, event: SessionEvent): void {
  switch (event.type) {
    case 'floor.asked':
      if (event.data.sealed) break;
      changes.put('floor_questions', {
        id: event.data.id,
        lab_id: labId,
        session_id: sessionId,
        asked_by: event.by,
        body: event.data.body,
        at: event.at,
      });
      break;
    case 'floor.released':
      changes.put('floor_questions', {
        id: event.data.questionId,
        lab_id: labId,
        session_id: sessionId,
        asked_by: event.data.askedBy,
        body: event.data.body,
        at: event.data.askedAt,
      });
      break;
    case 'floor.answered':
      changes.put('floor_answers', {
        question_id: event.data.questionId,
        user_id: event.by,
        body: event.data.body,
        at: event.at,
      });
      break;
    case 'takeaway.left':
      changes.put('takeaways', { session_id: sessionId, user_id: event.by, body: event.data.body, at: event.at });
      break;
    default:
  }
}
