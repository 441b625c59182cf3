import { found, searching } from '@/db/search';
import { readHistoryQuery, wordsOf } from '@/domain/history-query';
import type { Question } from './questions';

/** How the database finds the places that answer a question. */
export function planOf(labId: string, { address }: Question): Promise<string> {
  const query = readHistoryQuery(Object.fromEntries(new URLSearchParams(address)));
  const words = { words: wordsOf(query).map((word) => [word]), close: false };
  return searching(async (tx) => {
    const rows = await tx<{ 'QUERY PLAN': string }[]>`
      explain (analyze, buffers) ${found(tx, [labId], query, words)}`;
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
}
