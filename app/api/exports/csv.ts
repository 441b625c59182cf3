import { stringify } from 'csv-stringify/sync';
import { makeZip } from 'client-zip';
import type { Cell, ExportTable } from '@/db/exports/table';

/** By it, spreadsheets know that the text is UTF-8. */
const BOM = '\uFEFF';

/** A spreadsheet takes what begins so for a formula, wherever it came from: it would be carried out on opening. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** What begins a cell where semicolons or tabs part them; a line that begins with a dash and a space is a list's. */
const LATER_FORMULA =
  /(?<=\S[^]*)([;\t][\s\p{Cc}\p{Cf}]*|\n[\s\p{Cc}\p{Cf}]*(?!- ))([=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

/** One file a table, in a zip that is written as it is read. */
export async function* csvZip(tables: readonly ExportTable[], now: Date): AsyncGenerator<Uint8Array> {
  async function* files() {
    for (const table of tables) yield { name: `${table.name}.csv`, lastModified: now, input: csvFile(table) };
  }
  const reader = makeZip(files()).getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    // Where its reader goes away the zip ends by failing, and nobody is left to hear that.
    await reader.cancel().catch(() => undefined);
  }
}

/** A table as CSV (RFC 4180), safe to open in a spreadsheet. Each record ends with CRLF, which stands nowhere else. */
export async function* csvFile(table: ExportTable): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(BOM + lines([table.columns]));
  for await (const page of table.rows()) {
    yield encoder.encode(lines(page.map((row) => table.columns.map((column) => textOf(row[column] ?? null)))));
  }
}

function lines(records: readonly (readonly string[])[]): string {
  return stringify(records as string[][], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return harmless(cell);
  return typeof cell === 'object' ? harmless(JSON.stringify(cell)) : String(cell);
}

/**
 * The same words, which no spreadsheet carries out: an apostrophe before them says that they are text. Where semicolons part
 * the cells, as in much of Europe, what follows one is a cell of its own.
 */
function harmless(text: string): string {
  const inLines = text.replace(/\r\n?/g, '\n');
  const apart = inLines.replace(LATER_FORMULA, "$1'$2");
  return FORMULA.test(apart) ? `'${apart}` : apart;
}
