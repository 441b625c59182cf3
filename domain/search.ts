/** A word of a text: as it is compared, and where it stands. */
export interface FoundWord {
  /** In lower case and without accents, "ß" as "ss"; or one picture. */
  word: string;
  /** A character within Chinese, Japanese or Korean, or two of them that follow one another; else it is a whole word. */
  of: 'word' | 'pair' | 'character';
  from: number;
  to: number;
}

/** Longer ones are no words; what follows is left out. */
const LONGEST = 40;
const WORD = /[\p{L}\p{N}\p{M}]+(?:[’'][\p{L}\p{N}\p{M}]+)*|\p{Extended_Pictographic}/gu;
/** A character of Chinese or Japanese, which put no space between words, or of Korean, which puts none before endings. */
const SPACELESS = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}]';
const STRETCH = new RegExp(`(?:${SPACELESS}\\p{M}*)+|(?:(?!${SPACELESS}).)+`, 'gu');
const CHARACTER = new RegExp(`${SPACELESS}\\p{M}*`, 'gu');

/**
 * The words of a text, in order: what is searched for, what is found, and what is marked are told apart by this rule
 * alone. Where no space tells words apart, every character is one, and every two that follow one another; these overlap.
 */
export function wordsIn(text: string): FoundWord[] {
  return partsOf(text, WORD)
    .flatMap((found) => partsOf(found.part, STRETCH, found.from))
    .flatMap((stretch) => charactersIn(stretch))
    .flatMap(({ part, from, of }) => {
      const word = plainWord(part);
      return word === '' ? [] : [{ word, of, from, to: from + part.length }];
    });
}

interface Part {
  part: string;
  /** Where it stands in the whole text. */
  from: number;
}

function partsOf(text: string, pattern: RegExp, start = 0): Part[] {
  return [...text.matchAll(pattern)].map(({ 0: part, index }) => ({ part, from: start + index }));
}

/** Of characters that have no spaces between them each with the one after it, and each by itself; all else is one. */
function charactersIn(stretch: Part): (Part & Pick<FoundWord, 'of'>)[] {
  const characters = partsOf(stretch.part, CHARACTER, stretch.from);
  if (characters.length < 2) return [{ ...stretch, of: 'word' }];
  return characters.flatMap((one, at) => {
    const next = characters[at + 1];
    const pair = next && ({ part: one.part + next.part, from: one.from, of: 'pair' } as const);
    return [...(pair ? [pair] : []), { ...one, of: 'character' } as const];
  });
}

/** A word as it is compared: "Café’s" is "cafes", "Straße" is "strasse". */
function plainWord(found: string): string {
  return [
    ...found
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, ''),
  ]
    .slice(0, LONGEST)
    .join('');
}

const MOST_WORDS = 8;
const LONGEST_QUERY = 200;

/** The words that somebody searches for, each once: eight at most. Any text can be asked for; what holds none asks for nothing. */
export function askedWords(query: string): string[] {
  // Two characters say more than each of them: those are asked for where they stand alone.
  const words = wordsIn(query.slice(0, LONGEST_QUERY)).flatMap(({ word, of }) => (of === 'character' ? [] : [word]));
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** How many letters of a word may be wrong: none of a short one, where every slip is another word. */
export function typosIn(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * How many slips of the finger lie between two words: a letter too many, one too few, another one, or two that changed
 * places. More than `most` is given as `most + 1`.
 */
export function typosBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return Math.min(row[b.length] ?? 0, most + 1);
}

/** A piece of a text: `marked` where it is what was searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

const SNIPPET = 220;

/**
 * A text around the first words that `finds` says were searched for, cut to some two lines, with those words marked.
 * Plain text in pieces: nothing in it is markup.
 */
export function snippetOf(text: string, finds: (word: string) => boolean): Piece[] {
  const found = wordsIn(text).filter(({ word }) => finds(word));
  const { from, to } = windowOf(text, found[0]?.from ?? 0);
  const pieces: Piece[] = [];
  let at = from;
  const add = (until: number, marked: boolean) => {
    if (until <= at) return;
    const last = pieces.at(-1);
    if (last?.marked === marked) last.text += text.slice(at, until);
    else pieces.push({ text: text.slice(at, until), marked });
    at = until;
  };
  for (const word of found) {
    if (word.from < from || word.to > to) continue;
    add(word.from, false);
    add(word.to, true);
  }
  add(to, false);
  if (from > 0) pieces.unshift({ text: '… ', marked: false });
  if (to < text.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}

/** The stretch of a text that is shown: from a word's beginning a little before `first`, to a word's end. */
function windowOf(text: string, first: number): { from: number; to: number } {
  if (text.length <= SNIPPET) return { from: 0, to: text.length };
  const start = Math.max(0, Math.min(first - 60, text.length - SNIPPET));
  const space = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const from = space > 0 && space <= first ? space : start === 0 ? 0 : first;
  const end = Math.min(text.length, from + SNIPPET);
  const last = end === text.length ? end : text.lastIndexOf(' ', end);
  return { from, to: last > first ? last : end };
}
