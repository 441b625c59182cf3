import { EVENT_VERSION, type Id, type SessionEvent } from '@/domain/session';
import { sqlClient } from './connection';
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

/**
 * Appends events to their logs and updates what is projected from them: one statement, and so one transaction and one
 * round trip. Throws PostgreSQL's error, with nothing stored; a lost connection leaves it in doubt.
 */
export async function append(events: readonly Appended[], changes: Changes): Promise<void> {
  const parts = [INSERT_EVENTS(1)];
  const parameters = [JSON.stringify(events.map(toRow))];
  for (const { statement, rows } of changes.statements()) {
    parameters.push(JSON.stringify(rows));
    parts.push(statement(parameters.length));
  }
  const text = `with ${parts.map((part, index) => `w${index} as (${part})`).join(', ')} select 1`;
  await sqlClient().unsafe(text, parameters, { prepare: true });
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
