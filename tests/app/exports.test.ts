import Papa from 'papaparse';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { csvFile } from '@/app/api/exports/csv';
import { exportAnswer } from '@/app/api/exports/formats';
import { counterOf } from '@/app/exports/download';
import type { Cell, ExportTable } from '@/db/exports/table';

/** A table of these values, one a row, in pages of two. */
function tableOf(values: Cell[], name = 'words'): ExportTable {
  return {
    name,
    columns: ['body', 'at'],
    count: async () => values.length,
    async *rows() {
      for (let at = 0; at < values.length; at += 2) yield values.slice(at, at + 2).map((body) => ({ body, at }));
    },
  };
}

async function csvOf(values: Cell[]): Promise<string> {
  let text = '';
  for await (const piece of csvFile(tableOf(values)))
    text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece);
  return text;
}

/** As a spreadsheet reads it: by another program than the one that wrote it. */
async function cells(values: Cell[]): Promise<string[]> {
  const { data, errors } = Papa.parse<{ body: string }>(await csvOf(values), { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data.map(({ body }) => body);
}

const at = new Date('2026-11-27T12:00:00Z');
const answer = (format: string, tables: ExportTable[]) => exportAnswer(format, { title: 'Thursday Lab', tables, at });

describe('a CSV export', () => {
  it('gives back what was written, whatever signs are in it', async () => {
    const written = [
      'plain',
      'with "quotes", commas; and semicolons',
      'two\nlines',
      'ünï 日本 🪨',
      '',
      'a=b',
      '1-2',
      ' ',
    ];
    expect(await cells(written)).toEqual(written);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', "=cmd|' /C calc'!A0", '\u200b=1'])(
    'never begins a cell with what a spreadsheet carries out: %j',
    async (formula) => {
      const [cell] = await cells([formula]);
      expect(cell).toBe(`'${formula.replace(/\r\n?/g, '\n')}`);
    },
  );

  it.each([
    ['Q;=1+1;x', "Q;'=1+1;x"],
    ['one\t@SUM(A1)', "one\t'@SUM(A1)"],
    ['one\n=1', "one\n'=1"],
    ['to do:\n- call Inga\n- ask; then wait', 'to do:\n- call Inga\n- ask; then wait'],
  ])('is harmless where %j is parted by other signs than commas', async (written, safe) => {
    expect(await cells([written])).toEqual([safe]);
  });

  it('says that it is UTF-8, and ends each row with CRLF, which stands nowhere else', async () => {
    const text = await csvOf(['one\r\ntwo', 'three']);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(4);
  });

  it('keeps numbers as numbers and lists as JSON', async () => {
    expect(await cells([-5, true, null, ['yes', 'no']])).toEqual(['-5', 'true', '', '["yes","no"]']);
  });

  it('is harmless in the words within a list too, which stays JSON', async () => {
    const ladder = [{ answer: 'yes', evidence: 'x;=HYPERLINK(1)' }];
    const [cell] = await cells([ladder]);
    expect(cell).not.toMatch(/;\s*=/);
    expect(JSON.parse(cell!)).toEqual([{ answer: 'yes', evidence: "x;'=HYPERLINK(1)" }]);
  });

  it('is a zip with a file for each table', async () => {
    const zip = new Uint8Array(await (await answer('csv', [tableOf(['a']), tableOf([], 'none')])).arrayBuffer());
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual(['words.csv', 'none.csv']);
    expect(strFromU8(files['words.csv']!)).toContain('body,at\r\na,0\r\n');
  });
});

describe('every export', () => {
  const values = Array.from({ length: 7 }, (_, n) => `Row ${n},\n\nwith lines.\r\nAnd more.`);

  it.each([
    ['csv', '\r\n', 1],
    ['json', '\n', 1],
    ['md', '\n\n', 2],
  ])('as %s has as many marks as it says that it has rows, but for its headings', async (format, mark, headings) => {
    const given = await answer(format, [tableOf(values)]);
    expect(given.headers.get('x-export-rows')).toBe('7');
    const bytes = new Uint8Array(await given.arrayBuffer());
    const counted = counterOf(mark)(bytes);
    expect(counted).toBeGreaterThanOrEqual(7);
    expect(counted).toBeLessThanOrEqual(7 + headings);
  });

  it('as JSON is what was read', async () => {
    const read = (await (await answer('json', [tableOf(values), tableOf([], 'none')])).json()) as Record<
      string,
      unknown
    >;
    expect(read.words).toEqual(values.map((body, n) => ({ body, at: n - (n % 2) })));
    expect(read.none).toEqual([]);
  });

  it('as Markdown shows what was written as it was written', async () => {
    const text = await (await answer('md', [tableOf(['# No heading\n- no *list* <b>'])])).text();
    expect(text).toContain('> \\# No heading\n> \\- no \\*list\\* \\<b\\>');
  });

  it('is named after what it is of', async () => {
    const { headers } = await answer('csv', [tableOf([])]);
    expect(headers.get('content-disposition')).toContain("filename*=UTF-8''Thursday-Lab-2026-11-27.csv.zip");
    expect((await answer('constructor', [])).status).toBe(404);
  });

  it('reads no further than its reader does, and stops when that goes away', async () => {
    const left = vi.fn();
    let pages = 0;
    const endless: ExportTable = {
      ...tableOf([]),
      async *rows() {
        try {
          for (;;) yield [{ body: 'x'.repeat(10_000), at: (pages += 1) }];
        } finally {
          left();
        }
      },
    };
    for (const format of ['json', 'md', 'csv']) {
      pages = 0;
      left.mockClear();
      const reader = (await answer(format, [endless])).body!.getReader();
      await reader.read();
      await reader.read();
      await new Promise((resolve) => setImmediate(resolve));
      expect(pages).toBeLessThan(6);
      await reader.cancel();
      await new Promise((resolve) => setImmediate(resolve));
      expect(pages).toBeLessThan(6);
      // The zip's library tells nobody further in; what waits there holds no connection.
      if (format !== 'csv') expect(left, format).toHaveBeenCalled();
    }
  });
});

describe('a mark of two bytes', () => {
  it('is counted over the border of two pieces', () => {
    const count = counterOf('\r\n');
    const pieces = ['a\r', '\nb\r\n', '\n\r'].map((piece) => new TextEncoder().encode(piece));
    expect(pieces.map(count)).toEqual([0, 2, 2]);
  });
});
