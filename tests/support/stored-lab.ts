import { append } from '@/db/append';
import { sqlClient } from '@/db/connection';
import { Changes, project } from '@/db/projections';
import type { Id } from '@/domain/session';
import { NEXT_SESSION, ROLE_OF, SESSION, START, uid, type Log } from './session-world';

export const LAB = uid(401);
const SETTINGS = { phaseSeconds: { present: 180, clarify: 300, coach: 600, commit: 120 }, strict: true };

/** Stores the world's people as a lab with its two sessions; `name` says what each is called. */
export async function storeLab(name: (id: Id) => string): Promise<void> {
  const sql = sqlClient();
  await sql`
    insert into labs (id, slug, name, time_zone, settings, pledge)
    values (${LAB}, 'thursday-lab', 'Thursday Lab', 'Europe/Stockholm', ${JSON.stringify(SETTINGS)}::text::jsonb, 'It stays in the lab.')`;
  for (const [id, role] of ROLE_OF) {
    await sql`insert into users (id, email, name) values (${id}, ${`${id}@lab.example`}, ${name(id)})`;
    await sql`insert into members (lab_id, user_id, role, pledged_at) values (${LAB}, ${id}, ${role}, now())`;
  }
  for (const [at, id] of [SESSION, NEXT_SESSION].entries()) {
    const startsAt = new Date(START + at * 7 * 86_400_000).toISOString();
    await sql`
      insert into sessions (id, lab_id, number, starts_at, duration_minutes)
      values (${id}, ${LAB}, ${14 + at}, ${startsAt}, 90)`;
  }
}

/** Stores a session's log as it stands, without what is projected from it. */
export async function storeLog(sessionId: Id, { events }: Log): Promise<void> {
  await append(asAppended(sessionId, events), new Changes());
}

/** Stores what a session's log says after `since`, and all that is projected from it. */
export async function storeHistory(sessionId: Id, { events, state }: Log, since = 0): Promise<void> {
  const changes = new Changes();
  const added = events.slice(since);
  project({ sessionId, labId: LAB, events: added, after: state, changes });
  await append(asAppended(sessionId, added), changes);
}

function asAppended(sessionId: Id, events: Log['events']) {
  const parts = new Map<string, number>();
  return events.map((event) => {
    const part = parts.get(event.command ?? '') ?? 0;
    parts.set(event.command ?? '', part + 1);
    return { sessionId, event, part, digest: null };
  });
}
