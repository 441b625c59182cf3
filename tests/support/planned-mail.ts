import { v7 as newId } from 'uuid';
import { beforeEach } from 'vitest';
import { sqlClient } from '@/db/connection';
import type { StoredMail } from '@/db/outbox';
import type { Answer } from '@/domain/vocabulary';
import { makeLab, type TestLab } from './lab';

export const HOUR = 3_600_000;
export const NOW = Date.parse('2027-03-04T10:00:00Z');
export const now = (after = 0) => new Date(NOW + after);

/** For each test a lab of its own, the only one that isn't put away; nothing is in the outbox. */
export function useLab(): TestLab {
  const lab = {} as TestLab;
  beforeEach(async () => {
    await sqlClient()`delete from outbox`;
    await sqlClient()`update labs set archived_at = now()`;
    Object.assign(lab, await makeLab({ hosts: 1, reps: 2, observers: 1 }));
  });
  return lab;
}

export async function written(): Promise<(StoredMail & { key: string })[]> {
  return sqlClient()<(StoredMail & { key: string })[]>`
    select id, key, kind, "to", user_id as "userId", lab_id as "labId", session_id as "sessionId", data
    from outbox order by created_at, kind, user_id`;
}

export async function kinds(): Promise<string[]> {
  return (await written()).map(({ kind }) => kind);
}

/** A session that ended so many minutes from `NOW`. */
export async function ended(sessionId: string, minutes: number): Promise<void> {
  const at = now(minutes * 60_000).toISOString();
  await sqlClient()`
    update sessions set status = 'ended', started_at = ${at}::timestamptz, ended_at = ${at}::timestamptz
    where id = ${sessionId}`;
}

interface Committed {
  dueOn?: string;
  decision?: string;
  account?: string;
  gone?: string;
}

/** The first rep's commitment, which uses words of the second. */
export async function commit({ labId, sessionId, reps }: TestLab, made: Committed = {}): Promise<string> {
  const [scenario, turn, words, id] = [newId(), newId(), newId(), newId()];
  const [rep, author] = [reps[0]!.id, reps[1]!.id];
  const { dueOn = '2027-05-01', decision = 'change', account = 'Halden Dairy', gone = null } = made;
  const sql = sqlClient();
  await sql`
    insert into scenarios (id, lab_id, session_id, rep_id, title, account, story, ask, stands, submitted_at)
    values (${scenario}, ${labId}, ${sessionId}, ${rep}, 'The plant', ${account}, 's', 'a', 'heard', now())`;
  await sql`
    insert into turns (id, lab_id, session_id, scenario_id, rep_id, started_at)
    values (${turn}, ${labId}, ${sessionId}, ${scenario}, ${rep}, now())`;
  await sql`
    insert into contributions (id, lab_id, session_id, turn_id, author_id, kind, body, at, gone)
    values (${words}, ${labId}, ${sessionId}, ${turn}, ${author}, 'question', 'Who signs?', now(), ${gone})`;
  await sql`
    insert into commitments (id, lab_id, session_id, turn_id, scenario_id, rep_id, decision, next_step, due_on, uses, uses_of, made_at)
    values (${id}, ${labId}, ${sessionId}, ${turn}, ${scenario}, ${rep}, ${decision}, 'Fill in the page.',
      ${dueOn}, ${[words]}::uuid[], ${[author]}::uuid[], now())`;
  return id;
}

/** What was reported on it so many minutes from `NOW`, by its rep unless somebody else is named. */
export async function report(
  { labId, reps }: TestLab,
  commitmentId: string,
  said: { minutes?: number; outcome?: string; note?: string; by?: string; ladder?: Answer[] } = {},
): Promise<void> {
  const { minutes = 0, outcome = 'advanced', note = null, by = reps[0]!.id, ladder } = said;
  const told = ladder ? JSON.stringify(ladder.map((answer) => ({ answer }))) : null;
  await sqlClient()`
    insert into checkins (id, lab_id, commitment_id, by_id, outcome, note, ladder, at)
    values (${newId()}, ${labId}, ${commitmentId}, ${by}, ${outcome}, ${note},
      ${told}::text::jsonb, ${now(minutes * 60_000).toISOString()}::timestamptz)`;
}
