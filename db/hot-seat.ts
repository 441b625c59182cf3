import type { Id } from '@/domain/session';
import { sqlClient } from './connection';

/** The open turns of a lab that have this person on the hot seat. */
export async function turnsOnSeat(labId: Id, userId: Id): Promise<{ sessionId: Id; turnId: Id }[]> {
  const rows = await sqlClient()<{ sessionId: Id; turnId: Id }[]>`
    select t.session_id as "sessionId", t.id as "turnId" from turns t join sessions s on s.id = t.session_id
    where t.lab_id = ${labId} and t.rep_id = ${userId} and t.ended_at is null and s.status = 'live'`;
  return [...rows];
}
