import type { SessionEvent } from '@/domain/session';
import type { Projection } from './projection';

/** Contributions. Words that were withdrawn or hidden leave history too. */
export function projectWords({ sessionId, labId, changes }: Projection, event: SessionEvent): void {
  switch (event.type) {
    case 'contribution.added':
      changes.put('contributions', {
        id: event.data.id,
        lab_id: labId,
        session_id: sessionId,
        turn_id: event.data.turnId,
        author_id: event.by,
        kind: event.data.kind,
        body: event.data.body ?? '',
        at: event.at,
        reply_to: event.data.replyTo,
        late: event.data.late !== undefined,
        helpful: false,
        pinned: false,
        edited: false,
      });
      break;
    case 'contribution.edited':
      changes.patch('contributions', { id: event.data.contributionId, body: event.data.body, edited: true });
      break;
    case 'contribution.withdrawn':
      changes.patch('contributions', { id: event.data.contributionId, body: '', gone: 'withdrawn' });
      break;
    case 'contribution.hidden':
      changes.patch('contributions', { id: event.data.contributionId, body: '', gone: 'hidden' });
      break;
    case 'contribution.pinned':
      changes.patch('contributions', { id: event.data.contributionId, pinned: event.data.on });
      break;
    case 'contribution.marked_helpful':
      changes.patch('contributions', { id: event.data.contributionId, helpful: event.data.on });
      break;
    default:
  }
}
