import type postgres from 'postgres';
import type { LifeTurn, LifeWords } from '@/domain/scenario-life';
import { sqlClient } from './connection';
import { isoOf } from './instants';

/** How many contributions of a turn are read at once. */
export const PAGE_WORDS = 100;

/**
 * What was said in a turn and stands, thread by thread as each began: a page of it, from 1; without one, what was kept,
 * the first of it where it is very much. The caller has found the turn in a deal that the viewer may read.
 */
export async function lifeWords({ id }: Pick<LifeTurn, 'id'>, page: number | undefined): Promise<LifeWords[]> {
  const sql = sqlClient();
  return sql<LifeWords[]>`
    select id, author_id as by, kind, body, ${isoOf('at')} as at, reply_to as "replyTo", helpful, pinned, late, used
    from (${threadedWords(sql`${id}::uuid`)}) w
    where ${page === undefined ? sql`kept` : sql`true`}
    order by begun, thread, at, id limit ${PAGE_WORDS} offset ${((page ?? 1) - 1) * PAGE_WORDS}`;
}

/**
 * What stands of a turn, each with its thread and when that began, and whether the thread is kept in short: something in
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
