import type { SessionEvent } from '@/domain/session';
import type { Projection } from './projection';

/** What a lab's webhooks are to be told of. */
export function projectNews({ sessionId, labId, changes }: Projection, event: SessionEvent): void {
  const about = aboutOf(event, sessionId);
  if (about === undefined) return;
  changes.put('webhook_news', {
    lab_id: labId,
    type: event.type,
    about_id: about,
    session_id: sessionId,
    seq: event.seq,
    at: event.at,
  });
}

function aboutOf(event: SessionEvent, sessionId: string): string | undefined {
  switch (event.type) {
    case 'session.ended':
      return sessionId;
    case 'commitment.made':
    case 'checkin.recorded':
      return event.data.id;
    default:
      return undefined;
  }
}
