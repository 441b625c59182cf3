import { awayMs } from '@/db/attendance';
import { peopleOf } from '@/db/session-access';
import type { SessionState } from '@/domain/session';
import type { People } from './people';
import type { RoomLog } from './room-log';

/**
 * For how long nobody who runs the session, a host or whoever stands in, has been in the room on any server, in ms; 0
 * while one is. Throws when the database can't be reached.
 */
export async function hostAwayMs(log: RoomLog, people: People, state: SessionState, now: number): Promise<number> {
  if ([...people.here.values()].some(({ role }) => role === 'host')) return 0;
  const frame = await log.open();
  const labHosts = (await peopleOf(frame.labId)).filter(({ role }) => role === 'host').map(({ id }) => id);
  const runs = [...labHosts, ...state.handed, ...(state.standIn ? [state.standIn] : [])];
  const away = await awayMs(log.sessionId, [...new Set(runs)]);
  // Where no host was ever here, they are away since the meeting was to begin.
  const began = state.startedAt === undefined ? frame.startsAt : Date.parse(state.startedAt);
  return Math.max(now - Math.max(away === undefined ? began : now - away, began), 0);
}
