import { inWords } from '@/domain/number-words';

/** The figures of a page, by their names in its address. */
export function figuresIn(html: string): Map<string, string> {
  const figures = html.split('<section ').flatMap((part) => {
    const id = /^id="([\w-]+)" class="fig/.exec(part)?.[1];
    return id ? [[id, part.slice(0, part.indexOf('</section>'))] as const] : [];
  });
  return new Map(figures);
}

/** The lines of the list behind a figure. */
export const linesIn = (figure = '') => [
  ...(/<ul class="cases">.*?<\/ul>/s.exec(figure)?.[0] ?? '').matchAll(/<li>(.*?)<\/li>/g),
];

export const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ');

/** A table's cells, as numbers, without its head and the names of its rows. */
export function cellsIn(figure: string): number[][] {
  const rows = [...figure.matchAll(/<tr><th scope="row">.*?<\/tr>/g)];
  return rows.map(([row]) => [...row.matchAll(/<td>([^<]*)/g)].map(([, cell]) => Number(cell)));
}

/** A number as a sentence has it. */
export function asNumber(word = ''): number {
  const spelt = Array.from({ length: 21 }, (_, at) => inWords(at)).indexOf(word);
  return spelt < 0 ? Number(word) : spelt;
}

/** Whether the line of a deal that is over has the rung where one had said that it is. */
export function agreed(line: string): boolean {
  const [, was, said] = /was (.+?); you said (.+?),/.exec(line) ?? [];
  return was !== undefined && was === said;
}

export const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
