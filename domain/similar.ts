import { wordsIn } from './search';

/** What two deals have in common. */
export interface Shares {
  /** The lowest open rung; null where it isn't the same, or isn't known. */
  rung: number | null;
  stage: boolean;
  /** Words that few deals have, the rarest first. */
  words: readonly string[];
}

const SHORTEST = 4;
const MOST_WORDS = 60;
const TOLD_WORDS = 3;

/** The words of a deal that others can be looked for by; short ones say too little. */
export function askableWords(text: string): string[] {
  const words = wordsIn(text).flatMap(({ word }) => (word.length >= SHORTEST ? [word] : []));
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** "same rung 3, same stage, both say finance and pilot". */
export function sharesText({ rung, stage, words }: Shares): string {
  const told = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words.slice(0, TOLD_WORDS));
  return [rung !== null && `same rung ${rung}`, stage && 'same stage', told && `both say ${told}`]
    .filter(Boolean)
    .join(', ');
}
