import type { Role } from '../vocabulary';
import type { SessionState } from './state';

/**
 * The role in this session: a rep who was handed it, or stands in, is a host in it and in it alone.
 * The system acts as a host.
 */
export function roleIn(
  state: Pick<SessionState, 'handed' | 'standIn'>,
  person: { id: string | null; role: Role },
): Role {
  if (person.id === null) return 'host';
  const runs = state.handed.includes(person.id) || state.standIn === person.id;
  return person.role === 'rep' && runs ? 'host' : person.role;
}

/** Whether a person reads what hosts read; a stand-in reads what the room reads. */
export function readsAsHost(state: Pick<SessionState, 'handed'>, person: { id: string; role: Role }): boolean {
  return person.role === 'host' || (person.role === 'rep' && state.handed.includes(person.id));
}

/** Whether a person runs the meeting only until a host returns. */
export function standsIn(state: Pick<SessionState, 'standIn'>, person: { id: string | null }): boolean {
  return person.id !== null && state.standIn === person.id;
}
