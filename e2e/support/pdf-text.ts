import { inflateSync } from 'node:zlib';

/**
 * What each page of a PDF that Chromium printed shows: its letters in the order of drawing, without any spaces. By hand:
 * the libraries that read PDF ask for a newer Node than the product does.
 */
export function lettersIn(pdf: Buffer): string[] {
  const file = pdf.toString('latin1');
  const objects = new Map([...file.matchAll(/(\d+) 0 obj([\s\S]*?)endobj/g)].map(([, id, body]) => [id!, body!]));
  const pages = /\/Type \/Pages[\s\S]*?\/Kids \[([^\]]*)\]/.exec(file)?.[1] ?? '';
  return [...pages.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const page = objects.get(id!) ?? '';
    const fonts = new Map(
      [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, font]) => [name!, signsOf(objects, objects.get(font!))]),
    );
    const drawn = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? ''));
    let font: Signs | undefined;
    let letters = '';
    for (const [, name, codes = ''] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj/g)) {
      if (name) font = fonts.get(name);
      for (const code of codes.match(new RegExp(`.{${font?.digits ?? 4}}`, 'g')) ?? [])
        letters += font?.letters.get(parseInt(code, 16)) ?? '';
    }
    return withoutSpaces(letters);
  });
}

/** Text as `lettersIn` gives it. */
export function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

/** What a font's signs stand for, and how many hexadecimal digits each has. */
interface Signs {
  letters: Map<number, string>;
  digits: number;
}

function signsOf(objects: Map<string, string>, font = ''): Signs {
  const map = streamOf(objects.get(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? ''));
  const digits = /begincodespacerange\s+<([0-9A-Fa-f]+)>/.exec(map)?.[1]?.length ?? 4;
  const letters = new Map<number, string>();
  for (const [, from, to, letter] of map.matchAll(/^<(\w+)>(?: <(\w+)>)? <((?:\w{4})+)>$/gm)) {
    const last = parseInt(to ?? from!, 16);
    for (let code = parseInt(from!, 16), at = 0; code <= last; code += 1, at += 1) {
      const units = letter!.match(/.{4}/g)!.map((unit) => parseInt(unit, 16));
      units.push(units.pop()! + at);
      letters.set(code, String.fromCharCode(...units));
    }
  }
  return { letters, digits };
}

function streamOf(object = ''): string {
  const length = Number(/\/Length (\d+)/.exec(object)?.[1] ?? 0);
  const begin = /stream\r?\n/.exec(object);
  if (!begin || length === 0) return '';
  const from = begin.index + begin[0].length;
  return inflateSync(Buffer.from(object.slice(from, from + length), 'latin1')).toString('latin1');
}
