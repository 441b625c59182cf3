import { readsAsHost, redact, type Id, type SessionEvent, type SessionState, type Viewer } from '@/domain/session';
import type { Role } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import { peopleOf } from './session-access';
import { eventsAfter, loadState } from './session-log';
import type { SessionPlace } from './session-place';

/** How many events a page of the log holds. */
export const REPLAY_PAGE = 1000;

/** Somebody was in the room; instants in ms since the epoch. */
export interface Stay {
  userId: Id;
  from: number;
  until: number;
}

/** What a replay needs besides the events. */
export interface ReplayFacts {
  /** The log's last seq. */
  head: number;
  /** When the meeting began and ended, in ms since the epoch. */
  from: number;
  to: number;
  /** When each turn began, by its id. */
  turns: Record<Id, number>;
  /** Everybody by the name of today and, where they were there, the role of then. */
  people: { id: Id; name: string; role: Role; guest?: true }[];
  stays: Stay[];
  /** Whether the viewer was there as a host, and still reads as one. */
  asHost: boolean;
}

/**
 * What a member of the lab needs to look at an ended session again. The place says that the viewer is one, and what
 * they are today. Undefined where the session never began.
 */
export async function replayFacts(place: SessionPlace, viewerId: Id): Promise<ReplayFacts | undefined> {
  const [{ state }, known, attended] = await Promise.all([
    loadState(place.id),
    peopleOf(place.lab.id, place.id),
    attendanceOf(place.id),
  ]);
  if (!state.startedAt || !state.at) return undefined;
  const roleThen = new Map(attended.map(({ userId, role }) => [userId, role]));
  const people = known.map((person) => ({ ...person, role: roleThen.get(person.id) ?? person.role }));
  return {
    head: state.seq,
    from: Date.parse(state.startedAt),
    to: Date.parse(state.at),
    turns: Object.fromEntries(state.turns.map(({ id, startedAt }) => [id, Date.parse(startedAt)])),
    people,
    stays: attended.map(({ userId, from, until }) => ({ userId, from, until })),
    asHost: wasHost(state, viewerId, place.role, attended),
  };
}

/**
 * A page of an ended session's log after `since`, as the audience that the viewer was. The room's view is everybody's
 * who was not there as a host, and a host's who asks for it.
 */
export async function replayEvents(
  place: SessionPlace,
  viewerId: Id,
  { since, asRoom }: { since: number; asRoom: boolean },
): Promise<SessionEvent[]> {
  const [{ state }, events, attended] = await Promise.all([
    loadState(place.id),
    eventsAfter(place.id, since, REPLAY_PAGE),
    attendanceOf(place.id),
  ]);
  const viewer: Viewer = asRoom
    ? { id: '', hosts: false }
    : { id: viewerId, hosts: wasHost(state, viewerId, place.role, attended) };
  return events.map((event) => {
    const { command: _, ...told } = redact(event, viewer, state);
    return told as SessionEvent;
  });
}

/** They were in the room, and a host of it at its beginning or handed the session; and by today's role they still read as one. */
function wasHost(state: SessionState, viewerId: Id, role: Role, attended: Attended[]): boolean {
  const there = attended.some(({ userId }) => userId === viewerId);
  return there && state.hosts.includes(viewerId) && readsAsHost(state, { id: viewerId, role });
}

type Attended = Stay & { role: Role };

async function attendanceOf(sessionId: Id): Promise<Attended[]> {
  return sqlClient()<Attended[]>`
    select user_id as "userId", role, (extract(epoch from from_at) * 1000)::float8 as from,
      (extract(epoch from coalesce(until_at, seen_at)) * 1000)::float8 as until
    from attendance where session_id = ${sessionId} order by from_at limit 10000`;
}
