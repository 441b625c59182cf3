import type { EventType } from '@/domain/session';
import type { Projection } from './projection';

const TURNING_POINTS: ReadonlySet<EventType> = new Set([
  'session.started',
  'session.closed',
  'session.ended',
  'session.reopened',
  'session.cancelled',
]);

/** The session's own row: its status, and when it began and ended. */
export function projectMeeting({ events, after, sessionId, changes }: Projection): void {
  if (!events.some(({ type }) => TURNING_POINTS.has(type))) return;
  changes.patch('sessions', {
    id: sessionId,
    status: after.status,
    started_at: after.startedAt ?? null,
    ended_at: after.endedAt ?? null,
  });
}
