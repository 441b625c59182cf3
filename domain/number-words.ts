const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];

/** A count as a sentence has it: "no", "one" … "twenty", then figures. */
export function inWords(count: number): string {
  return WORDS[count] ?? String(count);
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** A place as a sentence has it, from 1: "first" … "tenth", then "11th" and on. */
export function ordinal(place: number): string {
  const word = ORDINALS[place - 1];
  if (word) return word;
  const teens = place % 100 > 10 && place % 100 < 14;
  return `${place}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')}`;
}

/** "one host", "two hosts", "no hosts". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${inWords(count)} ${count === 1 ? one : many}`;
}

/** "1 contribution", "61 contributions": where figures stand beside each other. */
export function countedInFigures(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

/** The same sentence with a capital at its beginning. */
export function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
