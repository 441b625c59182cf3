import { hits, searching } from '@/db/search';
import { readHistoryQuery, wordsOf } from '@/domain/history-query';
import type { Question } from './questions';

/** How the database finds the places that answer a question. */
export function planOf(labId: string, { address }: Question): Promise<string> {
  const query = readHistoryQuery(Object.fromEntries(new URLSearchParams(address)));
  const words = { words: wordsOf(query).map((word) => [word]), close: false };
  return searching(async (tx) => {
    const rows = await tx<{ 'QUERY PLAN': string }[]>`
      explain (analyze, buffers) ${hits(tx, [labId], query, words)}
      select coalesce(scenario_id, session_id) as id, count(*), max(at) from hits group by 1 order by 3 desc limit 10`;
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
}
