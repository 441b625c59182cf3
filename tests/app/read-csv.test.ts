import { describe, expect, test } from 'vitest';
import { readCsv, textOf } from '@/app/labs/[lab]/(bar)/members/import/read-csv';
import { MOST_LIST_CHARS } from '@/domain/member-list';

const bytes = (...parts: (string | number[])[]): ArrayBuffer => {
  const all = parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part));
  return new Uint8Array(all).buffer;
};
const emails = (text: string) => {
  const read = readCsv(text);
  return 'refused' in read ? read.refused : read.lines.map(({ name, email }) => [name, email]);
};

describe('a list as spreadsheets save it', () => {
  test.each([
    ['commas', 'name,email\nAda,ada@x.example\n'],
    ['semicolons', 'name;email\r\nAda;ada@x.example\r\n'],
    ['tabs', 'name\temail\nAda\tada@x.example'],
    ['quotes', '"name","email"\n"Ada","ada@x.example"\n'],
  ])('with %s', (_, text) => expect(emails(text)).toEqual([['Ada', 'ada@x.example']]));

  test('with a quoted separator, quotation marks and a line end within a field', () => {
    expect(emails('name,email\n"Ada ""A"", of\nLovelace",ada@x.example\n')).toEqual([
      [expect.stringContaining('"A", of'), 'ada@x.example'],
    ]);
  });

  test.each([
    ['CRLF and then LF', 'name,email\r\nAda,ada@x.example\nBob,bob@x.example\nCee,cee@x.example\n'],
    ['LF and then CRLF', 'name,email\nAda,ada@x.example\r\nBob,bob@x.example\r\nCee,cee@x.example'],
    ['CR alone', 'name,email\rAda,ada@x.example\rBob,bob@x.example\rCee,cee@x.example\r'],
  ])('with line ends of %s', (_, text) =>
    expect(emails(text)).toEqual([
      ['Ada', 'ada@x.example'],
      ['Bob', 'bob@x.example'],
      ['Cee', 'cee@x.example'],
    ]),
  );

  test('with one column alone', () => {
    expect(emails('email\nada@x.example\nbob@x.example')).toEqual([
      ['', 'ada@x.example'],
      ['', 'bob@x.example'],
    ]);
  });

  test('with a mark at its beginning, or in the letters of an older system', () => {
    const list = 'email,name\nada@x.example,Zoë';
    expect(emails(textOf(bytes([0xef, 0xbb, 0xbf], list)))).toEqual([['Zoë', 'ada@x.example']]);
    expect(emails(textOf(bytes('email,name\nada@x.example,Zo', [0xeb])))).toEqual([['Zoë', 'ada@x.example']]);
    const wide = [...list].flatMap((letter) => [letter.charCodeAt(0), 0]);
    expect(emails(textOf(bytes([0xff, 0xfe], wide)))).toEqual([['Zoë', 'ada@x.example']]);
  });

  test('is refused with a quotation mark that is open or stands alone, which is named by its line', () => {
    const open = (line: number) =>
      `Line ${line}, counting the headings, has a quotation mark that is open, or stands alone. Mend it there.`;
    expect(emails('name,email\n"Ada,ada@x.example\n')).toBe(open(2));
    expect(emails('name,email\r\n\r\nAda,ada@x.example\r\n"Bob,bob@x.example\r\nCee,cee@x.example\r\n')).toBe(open(4));
    expect(emails('name,email\n"Ada\nLovelace",ada@x.example\n"Bo"b,bob@x.example\n')).toBe(open(4));
  });

  test('is refused when it is no text, and when it is too long', () => {
    expect(emails('PK\u0003\u0004\0\0')).toMatch(/no text/);
    expect(emails(`email\n${'x'.repeat(MOST_LIST_CHARS)}`)).toMatch(/too long/);
  });
});
