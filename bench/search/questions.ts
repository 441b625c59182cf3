import type { Filled } from './fill';
import { COMMON, RARE, seeded, TALK, type Random } from './words';

export interface Question {
  kind: string;
  address: string;
}

const EACH = 40;

/** A mix of what people ask: words that everybody uses and that hardly anybody does, slips, filters, nothing at all. */
export function questions({ people }: Filled): Question[] {
  const random = seeded(11);
  const q = (...words: string[]) => `q=${words.map(encodeURIComponent).join('+')}`;
  const talk = () => random.of(TALK);
  const rare = () => random.of(RARE.slice(50, 5000));
  const kinds: Record<string, () => string> = {
    'one word of the trade': () => q(talk()),
    'two words': () => q(talk(), talk()),
    'three words, one rare': () => q(talk(), talk(), rare()),
    'a rare word': () => q(rare()),
    'a word that is everywhere': () => q(random.of(COMMON.slice(0, 12))),
    'a beginning': () => q(talk().slice(0, 4)),
    'a mistyped word': () => q(mistyped(random, random.of(TALK.filter(({ length }) => length > 5)))),
    'two words, one mistyped': () => q(talk(), mistyped(random, 'procurement')),
    'nothing like it': () => q('xylophone', 'qwertzuiop'),
    'a word and a rung': () => `${q(talk())}&rung=3-4`,
    'a word and a person': () => `${q(talk())}&person=${random.of(people)}`,
    'a word, kind and time': () => `${q(talk())}&kind=advice&time=year`,
    'a word and an outcome': () => `${q(talk())}&outcome=won&decision=change`,
    'filters alone': () => `rung=${1 + Math.floor(random.next() * 5)}&outcome=advanced`,
    'former members': () => `${q(talk())}&person=former`,
    'a person alone': () => `person=${random.of(people)}`,
    'a later page': () => `${q(talk())}&page=${2 + Math.floor(random.next() * 20)}`,
    'a page far back': () => `${q(talk())}&page=${30 + Math.floor(random.next() * 100)}`,
    everything: () => '',
  };
  const all = Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: EACH }, () => ({ kind, address: make() })),
  );
  // In no order, as they come.
  return all
    .map((one) => ({ one, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** With two letters swapped, one left out, or another in its place. */
function mistyped(random: Random, word: string): string {
  const at = 1 + Math.floor(random.next() * (word.length - 2));
  const slip = random.next();
  if (slip < 0.34) return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  if (slip < 0.67) return word.slice(0, at) + word.slice(at + 1);
  return `${word.slice(0, at)}x${word.slice(at + 1)}`;
}
