import type { Id } from '@/domain/session';
import type { Logger } from '../log';
import type { AttendanceBook } from './attendance-book';
import type { DbClock } from './db-clock';
import type { LiveNamespace } from './deliver';

/** What every room of a server shares. */
export interface RoomSurroundings {
  live: LiveNamespace;
  clock: DbClock;
  logger: Logger;
  attendance: AttendanceBook;
  /** Rings the doorbell at this server's other rooms, and at other servers. */
  onGrown: (grown: { sessionId: Id; seq: number }[]) => void;
  /** A session of the lab has ended or was cancelled. */
  onOver: (labId: Id) => void;
  /** Somebody types: other servers may pass it on. */
  onTyping: (sessionId: Id, userId: Id) => void;
}
