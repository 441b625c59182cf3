import type { ExportTable } from '@/db/exports/table';

/** Every table as an array in one object, a row a line; no other line ends in between. */
export async function* jsonText(tables: readonly ExportTable[], about: object): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`{"export": ${JSON.stringify(about)}`);
  for (const table of tables) {
    yield encoder.encode(`, ${JSON.stringify(table.name)}: [`);
    let first = true;
    for await (const page of table.rows()) {
      yield encoder.encode(`${first ? '' : ','}\n${page.map((row) => JSON.stringify(row)).join(',\n')}`);
      first = false;
    }
    yield encoder.encode(']');
  }
  yield encoder.encode('}\n');
}
