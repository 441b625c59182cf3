import type { Recap } from '@/domain/recap';
import type { Id } from '@/domain/session';
import { asGuest, FORMER_MEMBER } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import { heldIn, msOf } from './instants';
import { recapFromLog } from './kept-recaps';
import { peopleOf } from './session-access';
import type { SessionPlace } from './session-place';

/** A session's recap, and what its log does not say. */
export interface SessionRecap {
  recap: Recap;
  /** The name of anybody in it; who left the lab is "a former member". */
  name: (id: Id) => string;
  /** How many were in the room, those who listen in not counted. */
  inTheRoom: number;
  /** The session that took over what was not reached. */
  carriedTo?: { id: Id; number: number; startsAt: string };
}

/**
 * Reads a session's recap from its log, as the room may see it: the same for every member, during the session and after.
 * The place says that the viewer is one.
 */
export async function sessionRecap(place: SessionPlace): Promise<SessionRecap> {
  const [recap, people, inTheRoom] = await Promise.all([
    recapFromLog(place.id),
    peopleOf(place.lab.id, place.id),
    countInTheRoom(place.id),
  ]);
  const names = new Map(people.map(({ id, name, guest }) => [id, guest ? asGuest(name) : name]));
  const carriedTo = recap.carriedTo && (await numberOf(place.lab.id, recap.carriedTo));
  return {
    recap,
    name: (id) => names.get(id) ?? FORMER_MEMBER,
    inTheRoom,
    ...(carriedTo ? { carriedTo } : {}),
  };
}

async function countInTheRoom(sessionId: Id): Promise<number> {
  const [row] = await sqlClient()<{ count: number }[]>`
    select count(distinct user_id)::int as count from attendance
    where session_id = ${sessionId} and role <> 'observer'`;
  return row?.count ?? 0;
}

async function numberOf(labId: Id, sessionId: Id): Promise<SessionRecap['carriedTo']> {
  const [row] = await sqlClient()<{ id: Id; number: number; ms: number }[]>`
    select id, number, ${msOf(heldIn('s'))} as ms from sessions s
    where id = ${sessionId} and lab_id = ${labId}`;
  return row && { id: row.id, number: row.number, startsAt: new Date(row.ms).toISOString() };
}
