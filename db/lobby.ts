import type { Id, RollCallItem } from '@/domain/session';
import type { Role } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import { isoOf } from './instants';
import { AGREED_AT } from './labs';
import { openingOf } from './session-facts';

const MEMBER_LIMIT = 500;

/** What the lobby shows and the room's log does not say. */
export interface LobbyFacts {
  timeZone: string;
  pledge: string;
  members: LobbyMember[];
  /** The commitments that the roll call would ask about if the session began now. */
  due: RollCallItem[];
}

export interface LobbyMember {
  id: Id;
  name: string;
  role: Role;
  /** When they agreed to the pledge, ISO 8601; null until they do. */
  pledgedAt: string | null;
}

/** What waits before a session's start. The caller has asked whether the viewer is in the lab. */
export async function lobbyFacts(labId: Id, sessionId: Id): Promise<LobbyFacts> {
  const sql = sqlClient();
  const [[lab], members, { rollCall }] = await Promise.all([
    sql<{ timeZone: string; pledge: string }[]>`select time_zone as "timeZone", pledge from labs where id = ${labId}`,
    sql<LobbyMember[]>`
      select u.id, u.name, m.role,
        ${isoOf(AGREED_AT)} as "pledgedAt"
      from members m join users u on u.id = m.user_id join labs l on l.id = m.lab_id
      where m.lab_id = ${labId} order by m.joined_at limit ${MEMBER_LIMIT}`,
    openingOf(labId, sessionId),
  ]);
  if (!lab) throw new Error(`There is no lab ${labId}.`);
  return { ...lab, members: [...members], due: rollCall };
}

/** The same for a guest: who hosts, and nothing of the lab's other members or of earlier sessions. */
export async function lobbyFactsForGuest(labId: Id, sessionId: Id): Promise<LobbyFacts> {
  const { members, ...facts } = await lobbyFacts(labId, sessionId);
  return { ...facts, members: members.filter(({ role }) => role === 'host'), due: [] };
}
