import type { Id } from '@/domain/session';
import { sqlClient } from './connection';

/** What was said in a lab to coach others, by `author` and `at`, and stands: neither withdrawn nor hidden. Goes behind `from`. */
export function coachingIn(labId: Id) {
  return sqlClient()`(
    select c.author_id as author, c.at from contributions c join turns t on t.id = c.turn_id
    where c.lab_id = ${labId} and c.author_id <> t.rep_id and c.gone is null) as coaching`;
}

/** How often each of a lab coached others; who never did is missing. */
export async function coachingCounts(labId: Id): Promise<Map<Id, number>> {
  const rows = await sqlClient()<{ id: Id; count: number }[]>`
    select author as id, count(*)::int as count from ${coachingIn(labId)} group by author limit 10000`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
