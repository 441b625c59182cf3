import { listed } from './listed';
import { wordsIn, type FoundWord } from './search';

/** What two deals have in common. */
export interface Shares {
  /** The lowest open rung; null where it isn't the same, or isn't known. */
  rung: number | null;
  stage: boolean;
  /** Words that few deals have, the rarest first, as one of the two writes them. */
  words: readonly string[];
}

const SHORTEST = 4;
const MOST_WORDS = 60;
const TOLD_WORDS = 3;
const GRAMMAR = /\p{sc=Hira}/u;
const PAIR = /^[\p{scx=Han}\p{scx=Kana}\p{scx=Hang}]{2}$/u;

/**
 * The words of a deal that others can be looked for by; short ones say too little. Of a script without spaces two
 * characters are one, unless there is Hiragana among them: that is mostly grammar.
 */
export function askableWords(text: string): string[] {
  const words = wordsIn(text).flatMap((found) => (tells(found) ? [found.word] : []));
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** Such words of a text, as they are written where each stands first. */
export function asWritten(text: string, words: readonly string[]): string[] {
  const found = wordsIn(text);
  return words.map((word) => {
    const first = found.find((one) => one.word === word);
    return first ? text.slice(first.from, first.to) : word;
  });
}

/** "same rung 3, same stage, both say finance and pilot". */
export function sharesText({ rung, stage, words }: Shares): string {
  const told = listed(joined(words).slice(0, TOLD_WORDS));
  return [rung !== null && `same rung ${rung}`, stage && 'same stage', told && `both say ${told}`]
    .filter(Boolean)
    .join(', ');
}

function tells({ word, of }: FoundWord): boolean {
  return of === 'pair' ? !GRAMMAR.test(word) : of === 'word' && word.length >= SHORTEST;
}

/** Pairs of characters that overlap as what they are cut from: 合同, 签了 and 了合 are 签了合同. */
function joined(words: readonly string[]): string[] {
  const told = words.map((word) => word.normalize('NFC'));
  for (let at = 0; at < told.length; at += 1) {
    if (!PAIR.test(told[at] ?? '')) continue;
    const characters = [...(told[at] ?? '')];
    for (let next = at + 1; next < told.length; next += 1) {
      const [first = '', second = ''] = PAIR.test(told[next] ?? '') ? [...(told[next] ?? '')] : [];
      if (first === characters.at(-1)) characters.push(second);
      else if (second === characters[0]) characters.unshift(first);
      else continue;
      told.splice(next, 1);
      next = at;
    }
    told[at] = characters.join('');
  }
  return told;
}
