import type postgres from 'postgres';
import { typosBetween, typosIn } from '@/domain/search';
import { inLabs, type Labs } from './in-labs';
import type { Tx } from './places';

/** How many words that were perhaps meant take the place of one that nobody wrote. */
const CLOSE_WORDS = 12;
const CANDIDATES = 400;
/** Least share of three-letter pieces that a word has in common with what was typed, to be looked at at all. */
const LEAST_ALIKE = 0.12;

/** Ready to be searched for: for each word asked, those that stand for it. */
export interface SearchWords {
  words: readonly (readonly string[])[];
  /** Nobody wrote them so: these are words close to them. */
  close: boolean;
}

/** Places that hold every one of the words. */
export function allOf(sql: Tx, { words }: SearchWords) {
  const all = words.map((one) => anyOf(sql, one)).reduce((before, one) => sql`${before} && ${one}`);
  return sql`(${all})`;
}

/** A word that some place was searched for, and what else stands for it. */
export function anyOf(sql: Tx, words: readonly string[]) {
  // Words are letters and digits, or a picture: nothing in them can be read as an operator.
  const plain = words.map((word) => (isWhole(word) ? `'${word}'` : `'${word}':*`)).join(' | ');
  const stems = words.map((word) => `'${word}'`).join(' | ');
  return sql`(${plain}::text::tsquery || to_tsquery('english', ${stems}::text))`;
}

/** Too short to be the beginning of another, or characters of Korean, which are compared in their parts: half of one is none. */
function isWhole(word: string): boolean {
  return word.length < 3 || /\p{sc=Hang}/u.test(word);
}

/** For each word that nobody wrote those of the labs that lie a slip or two away; where there are none, the words as they are. */
export async function closeWords(tx: Tx, labs: Labs, typed: SearchWords): Promise<SearchWords> {
  const asked = typed.words.flat();
  const unwritten = await unwrittenOf(tx, labs, asked);
  const words = await Promise.all(asked.map((word) => (unwritten.includes(word) ? nearWords(tx, labs, word) : [])));
  if (words.every(({ length }) => length === 0)) return typed;
  return { words: words.map((near, at) => (near.length > 0 ? near : [asked[at] ?? ''])), close: true };
}

/** Those of the words that are nowhere in the labs, as they are typed. */
export async function unwrittenOf(tx: Tx, labs: Labs, words: readonly string[]): Promise<string[]> {
  const written = await tx<{ word: string }[]>`
    select distinct word from place_words where lab_id ${inLabs(tx, labs)} and word = any(${[...words]}::text[])`;
  return words.filter((word) => !written.some((one) => one.word === word));
}

/** The labs' words that a word may have been meant to be, the nearest first. */
async function nearWords(tx: Tx, labs: Labs, word: string): Promise<string[]> {
  const most = typosIn(word);
  if (most === 0) return [];
  const rows = await tx<{ word: string }[]>`${alike(tx, labs, word)}`;
  return rows
    .map((row) => ({ near: row.word, typos: typosBetween(word, row.word, most) }))
    .filter(({ typos }) => typos <= most)
    .sort((a, b) => a.typos - b.typos)
    .slice(0, CLOSE_WORDS)
    .map(({ near }) => near);
}

/** The labs' words that share the most pieces with one. How long they are is asked first: that costs least. */
export function alike(sql: Tx, labs: Labs, word: string): postgres.PendingQuery<postgres.Row[]> {
  const most = typosIn(word);
  return sql`
    with near as materialized (
      select word from place_words
      where lab_id ${inLabs(sql, labs)} and length(word) between ${word.length - most} and ${word.length + most})
    select word from near where similarity(word, ${word}) >= ${LEAST_ALIKE}
    group by word order by similarity(word, ${word}) desc, word limit ${CANDIDATES}`;
}

/** Which of these words are what was searched for, by the same rule by which places are found. */
export async function markedWords(
  tx: Tx,
  candidates: readonly string[],
  search: SearchWords,
): Promise<ReadonlySet<string>> {
  if (candidates.length === 0 || search.words.length === 0) return new Set();
  const rows = await tx<{ word: string }[]>`
    select word from unnest(${[...new Set(candidates)]}::text[]) as word
    where (array_to_tsvector(array[word]) || to_tsvector('english', word)) @@ ${anyOf(tx, search.words.flat())}`;
  return new Set(rows.map(({ word }) => word));
}
