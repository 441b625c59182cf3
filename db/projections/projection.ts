import type { Id, SessionEvent, SessionState } from '@/domain/session';
import type { Changes } from './changes';

/** What one session's new events are projected with. */
export interface Projection {
  sessionId: Id;
  labId: Id;
  /** The state after the last of the events. */
  after: SessionState;
  events: readonly SessionEvent[];
  /** Where the changed rows are noted. */
  changes: Changes;
}
