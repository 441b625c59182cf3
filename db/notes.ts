import { v7 as newId } from 'uuid';
import type { KeptNote, Note, NoteSubject } from '@/domain/notes';
import type { Id } from '@/domain/session';
import { sqlClient } from './connection';

const EMPTY: Note = { body: '', version: 0 };

/**
 * The viewer's own note on a session or a deal of one of their labs, empty where they wrote none. Undefined alike where
 * that isn't there and where it is another lab's.
 */
export async function noteOn(viewerId: Id, subject: NoteSubject): Promise<Note | undefined> {
  const sql = sqlClient();
  const [row] = await sql<{ body: string | null; version: number | null }[]>`
    select n.body, n.version from (${placeOf(viewerId, subject)}) p
    left join notes n on n.user_id = ${viewerId} and ${isAbout(subject)}`;
  return row && (row.version === null ? EMPTY : { body: row.body ?? '', version: row.version });
}

/**
 * Keeps the viewer's note as it was written over version `base` (0: over none). Where it was written elsewhere in the
 * meantime nothing is changed, and the answer is how it stands. Undefined where the session or deal isn't theirs to see.
 */
export async function keepNote(
  viewerId: Id,
  subject: NoteSubject,
  written: { body: string; base: number },
): Promise<KeptNote | undefined> {
  const sql = sqlClient();
  const { body, base } = written;
  const sessionId = 'session' in subject ? subject.session : null;
  const scenarioId = 'scenario' in subject ? subject.scenario : null;
  const [kept] =
    base === 0
      ? await sql<{ version: number }[]>`
          insert into notes (id, user_id, session_id, scenario_id, body, version)
          select ${newId()}, ${viewerId}, ${sessionId}, ${scenarioId}, ${body}, 1 from (${placeOf(viewerId, subject)}) p
          on conflict do nothing returning version`
      : await sql<{ version: number }[]>`
          update notes n set body = ${body}, version = n.version + 1, updated_at = now()
          from (${placeOf(viewerId, subject)}) p
          where n.user_id = ${viewerId} and ${isAbout(subject)} and n.version = ${base} returning n.version`;
  if (kept) return { kept: kept.version };
  const now = await noteOn(viewerId, subject);
  if (!now) return undefined;
  // The answer was lost, and this is the same words once more.
  return now.body === body && now.version > 0 ? { kept: now.version } : { changed: now };
}

/** One row where the viewer is a member of the lab that it belongs to. */
function placeOf(viewerId: Id, subject: NoteSubject) {
  const sql = sqlClient();
  const table = 'session' in subject ? sql`sessions` : sql`scenarios`;
  const id = 'session' in subject ? subject.session : subject.scenario;
  return sql`select s.id from ${table} s join members m on m.lab_id = s.lab_id and m.user_id = ${viewerId}
    where s.id = ${id}`;
}

function isAbout(subject: NoteSubject) {
  const sql = sqlClient();
  return 'session' in subject ? sql`n.session_id = ${subject.session}` : sql`n.scenario_id = ${subject.scenario}`;
}
