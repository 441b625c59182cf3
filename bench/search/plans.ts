import { found, searchHistory, searching } from '@/db/search';
import { alike, unwrittenOf, type SearchWords } from '@/db/search-words';
import { readHistoryQuery } from '@/domain/history-params';
import { wordsOf } from '@/domain/history-query';
import type { Question } from './questions';

/**
 * How the database finds the places that answer a question; where it was mistyped, how it finds the words that were
 * meant, and theirs.
 */
export function planOf(labId: string, { address }: Question): Promise<string> {
  const labs = [labId];
  const query = readHistoryQuery(Object.fromEntries(new URLSearchParams(address)));
  const typed: SearchWords = { words: wordsOf(query).map((word) => [word]), close: false };
  return searching(async (tx) => {
    const planned = async (title: string, statement: ReturnType<typeof found>) => {
      const rows = await tx<{ 'QUERY PLAN': string }[]>`explain (analyze, buffers) ${statement}`;
      return [`${title}:`, ...rows.map((row) => row['QUERY PLAN'])].join('\n');
    };
    const { words, places } = await searchHistory(tx, labs, query);
    const plans = [await planned('the places, as typed', found(tx, labs, query, typed))];
    if (!words.close && places > 0) return plans.join('\n');
    for (const word of await unwrittenOf(tx, labs, typed.words.flat()))
      plans.push(await planned(`words like “${word}”`, alike(tx, labs, word)));
    if (words.close) plans.push(await planned('the places of words that come close', found(tx, labs, query, words)));
    return plans.join('\n');
  });
}
