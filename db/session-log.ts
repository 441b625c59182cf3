import {
  emptySession,
  foldAll,
  REPORTING,
  upcast,
  type Id,
  type Instant,
  type SessionEvent,
  type SessionState,
} from '@/domain/session';
import type { SessionStatus } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import { readSnapshot } from './snapshots';

/** What the log's own table does not say about a session. */
export interface SessionFrame {
  id: Id;
  labId: Id;
  number: number;
  status: SessionStatus;
  /** ms since the epoch. */
  startsAt: number;
  durationMinutes: number;
  callUrl: string | null;
  timeZone: string;
}

interface StoredEvent {
  seq: number;
  /** ms since the epoch. */
  ms: number;
  by: Id | null;
  type: string;
  v: number;
  data: unknown;
  command: Id | null;
}

/** The session's row and its lab's zone; undefined where there is no such session. */
export async function sessionFrame(sessionId: Id): Promise<SessionFrame | undefined> {
  const [row] = await sqlClient()<SessionFrame[]>`
    select s.id, s.lab_id as "labId", s.number, s.status, s.duration_minutes as "durationMinutes",
      s.call_url as "callUrl", (extract(epoch from s.starts_at) * 1000)::float8 as "startsAt", l.time_zone as "timeZone"
    from sessions s join labs l on l.id = s.lab_id where s.id = ${sessionId}`;
  return row;
}

/** The session's events after `since`, in order; `limit` at most where given. */
export async function eventsAfter(sessionId: Id, since: number, limit?: number): Promise<SessionEvent[]> {
  const sql = sqlClient();
  const rows = await sql<StoredEvent[]>`
    select ${columns()} from events where session_id = ${sessionId} and seq > ${since}
    order by seq ${limit === undefined ? sql`` : sql`limit ${limit}`}`;
  return rows.map(fromStored);
}

/** The events of one turn, in order, and those that tell of reports, one of which may be about its commitment. */
export async function eventsOfTurn(sessionId: Id, turnId: Id): Promise<SessionEvent[]> {
  const rows = await sqlClient()<StoredEvent[]>`
    select ${columns()} from events
    where session_id = ${sessionId} and (data ->> 'turnId' = ${turnId}::text or type = any(${[...REPORTING]}::text[]))
    order by seq`;
  return rows.map(fromStored);
}

/** A session's state from its log, by way of the cached snapshot; `savedAt` is the snapshot's seq, 0 without one. */
export async function loadState(
  sessionId: Id,
): Promise<{ state: SessionState; savedAt: number; tail: SessionEvent[] }> {
  const snapshot = await readSnapshot(sessionId);
  const tail = await eventsAfter(sessionId, snapshot?.seq ?? 0);
  return { state: foldAll(snapshot ?? emptySession(), tail), savedAt: snapshot?.seq ?? 0, tail };
}

/** Where a log ends: its last event's seq and instant; 0 and none for an empty one. */
export interface Head {
  seq: number;
  at: Instant | undefined;
}

/** Where each of these sessions' logs ends. */
export async function headsOf(sessionIds: Id[]): Promise<Map<Id, Head>> {
  const rows = await sqlClient()<{ id: Id; seq: number | null; ms: number }[]>`
    select s.id, e.seq, (extract(epoch from e.at) * 1000)::float8 as ms
    from unnest(${sessionIds}::uuid[]) as s(id)
      left join lateral (select seq, at from events where session_id = s.id order by seq desc limit 1) e on true`;
  return new Map(
    rows.map(({ id, seq, ms }) => [
      id,
      seq === null ? { seq: 0, at: undefined } : { seq, at: new Date(ms).toISOString() },
    ]),
  );
}

/** A command that the log holds: its author, a digest of its content, and the seq of its last event. */
export interface KnownCommand {
  by: Id | null;
  digest: string;
  seq: number;
}

/** Which of these commands the session's log holds. */
export async function commandsIn(sessionId: Id, commandIds: Id[]): Promise<Map<Id, KnownCommand>> {
  if (commandIds.length === 0) return new Map();
  const rows = await sqlClient()<(KnownCommand & { id: Id })[]>`
    select command_id as id, min("by"::text) as by, coalesce(max(digest), '') as digest, max(seq) as seq
    from events where session_id = ${sessionId} and command_id = any(${commandIds}::uuid[]) group by command_id`;
  return new Map(rows.map(({ id, ...known }) => [id, known]));
}

function columns() {
  return sqlClient()`
    seq, (extract(epoch from at) * 1000)::float8 as ms, "by", type, v, data, command_id as command`;
}

function fromStored({ ms, command, ...stored }: StoredEvent): SessionEvent {
  return upcast({ ...stored, at: new Date(ms).toISOString(), ...(command === null ? {} : { command }) });
}
