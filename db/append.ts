import { EVENT_VERSION, type Id, type Instant, type SessionEvent } from '@/domain/session';
import { writerOf } from './connection';
import type { Changes } from './projections/changes';

/** An event to be appended: whose log, which part of its command, and the digest of the command's content. */
export interface Appended {
  sessionId: Id;
  event: SessionEvent;
  part: number;
  digest: string | null;
}

const INSERT_EVENTS = (n: number) => `insert into events
  (session_id, seq, at, "by", type, v, data, command_id, part, digest)
  select * from json_to_recordset($${n}::text::json) as r(session_id uuid, seq int, at timestamptz, "by" uuid, type text,
    v smallint, data jsonb, command_id uuid, part smallint, digest text)`;

/** An event's place in a log, its instant, and the command that it came from, where that is known. */
export interface LogEntry {
  sessionId: Id;
  seq: number;
  at: Instant;
  command?: Id | undefined;
}

/** Fails, and the whole statement with it, by dividing by nought where the log lacks the entry. */
const CHECK_ENTRY = (n: number) => `select 1 / (select count(*) from events
  where session_id = $${n}::uuid and seq = $${n + 1}::text::int and at = $${n + 2}::text::timestamptz
    and ($${n + 3}::uuid is null or command_id = $${n + 3}::uuid))`;

/**
 * Appends events to their logs and updates what is projected from them: one statement, and so one transaction and one
 * round trip. Statements about one session are carried out in the order in which they are sent, none waiting here for the
 * one before. What it rests on is named as `behind`: it does nothing but throw where the log lacks that entry, as where it
 * lost its tail. Throws PostgreSQL's error, with nothing stored; a lost connection leaves it in doubt.
 */
export async function append(events: readonly Appended[], changes: Changes, behind?: LogEntry): Promise<void> {
  const [first] = events;
  if (!first) return;
  const parts = [INSERT_EVENTS(1)];
  const parameters: (string | null)[] = [JSON.stringify(events.map(toRow))];
  for (const { statement, rows } of changes.statements()) {
    parameters.push(JSON.stringify(rows));
    parts.push(statement(parameters.length));
  }
  const writes = parts.map((part, index) => `w${index} as (${part})`).join(', ');
  const from = parameters.length;
  const check = behind ? CHECK_ENTRY(from + 1) : 'select 1';
  if (behind) parameters.push(behind.sessionId, String(behind.seq), behind.at, behind.command ?? null);
  await writerOf(first.sessionId).unsafe(`with ${writes} ${check}`, parameters, { prepare: true });
}

function toRow({ sessionId, event, part, digest }: Appended) {
  return {
    session_id: sessionId,
    seq: event.seq,
    at: event.at,
    by: event.by,
    type: event.type,
    v: EVENT_VERSION,
    data: event.data,
    command_id: event.command ?? null,
    part,
    digest: part === 0 ? digest : null,
  };
}
