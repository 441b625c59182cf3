import type postgres from 'postgres';
import type { LifeWords } from '@/domain/scenario-life';
import type { Id } from '@/domain/session';
import { sqlClient } from './connection';
import { isoOf } from './instants';

/** How many contributions of a turn are read at once. */
export const PAGE_WORDS = 100;

/** Of a turn, which page of its words is read, from 1; without one, what was kept, the first of it where it is very much. */
export interface AskedWords {
  id: Id;
  page: number | undefined;
}

/**
 * What was said in these turns and stands, by turn, and thread by thread as each began. The caller has found the turns in
 * deals that the viewer may read.
 */
export async function lifeWords(asked: readonly AskedWords[]): Promise<Map<Id, LifeWords[]>> {
  const found = new Map<Id, LifeWords[]>(asked.map(({ id }) => [id, []]));
  if (asked.length === 0) return found;
  const sql = sqlClient();
  const turns = asked.map(({ id }) => id);
  const pages = asked.map(({ page }) => page ?? 0);
  const rows = await sql<(LifeWords & { turnId: Id })[]>`
    select turn_id as "turnId", id, author_id as by, kind, body, ${isoOf('at')} as at, reply_to as "replyTo", helpful,
      pinned, late, used
    from (
      select w.*, row_number() over (partition by w.turn_id order by begun, thread, at, id) as place, greatest(page, 1) as page
      from (${threadedWords(sql`any(${turns}::uuid[])`)}) w
        join unnest(${turns}::uuid[], ${pages}::int[]) as a(turn, page) on a.turn = w.turn_id
      where page > 0 or kept) w
    where place > (page - 1) * ${PAGE_WORDS} and place <= page * ${PAGE_WORDS}
    order by turn_id, place`;
  for (const { turnId, ...words } of rows) found.get(turnId)?.push(words);
  return found;
}

/**
 * What stands of a turn, or of `any(…)` of them, each with its thread and when that began, and whether the thread is kept in short: something in
 * it was marked helpful, pinned, used, or came late.
 */
export function threadedWords(turnId: postgres.PendingQuery<postgres.Row[]>): postgres.PendingQuery<postgres.Row[]> {
  const used = sqlClient()`exists (select 1 from commitments c where c.turn_id = w.turn_id and w.id = any(c.uses))`;
  return sqlClient()`
    select w.*, coalesce(r.id, w.id) as thread, coalesce(r.at, w.at) as begun, ${used} as used,
      bool_or(w.helpful or w.pinned or w.late or ${used}) over (partition by coalesce(r.id, w.id)) as kept
    from contributions w
      left join contributions r on r.id = w.reply_to and r.turn_id = w.turn_id and r.gone is null and r.reply_to is null
    where w.turn_id = ${turnId} and w.gone is null`;
}
