import type { ExportTable } from '@/db/exports/table';
import { csvZip } from './csv';
import { jsonText } from './json';
import { markdownText } from './markdown';

/** What is exported, and when. */
export interface Exported {
  /** What it is of, as a person would name it. */
  title: string;
  tables: readonly ExportTable[];
  at: Date;
}

interface Format {
  type: string;
  ending: string;
  write: (exported: Exported) => AsyncGenerator<Uint8Array>;
}

const FORMATS: Record<string, Format> = {
  csv: { type: 'application/zip', ending: 'csv.zip', write: ({ tables, at }) => csvZip(tables, at) },
  json: {
    type: 'application/json; charset=utf-8',
    ending: 'json',
    write: ({ title, tables, at }) => jsonText(tables, { of: title, at: at.toISOString() }),
  },
  md: {
    type: 'text/markdown; charset=utf-8',
    ending: 'md',
    write: ({ title, tables }) => markdownText(tables, title),
  },
};

/**
 * Answers with a download that is written as fast as it is read, and no faster. It says first how many rows there are,
 * for whoever shows how far it is.
 */
export async function exportAnswer(format: string, exported: Exported): Promise<Response> {
  const how = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!how) return noExport();
  const counts = await Promise.all(exported.tables.map((table) => table.count()));
  const name = `${exported.title} ${exported.at.toISOString().slice(0, 10)}`.replace(/[^\p{L}\p{N}]+/gu, '-');
  return new Response(asRead(how.write(exported)), {
    headers: {
      'content-type': how.type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${how.ending}`)}`,
      'cache-control': 'private, no-store',
      'x-export-rows': String(counts.reduce((sum, count) => sum + count, 0)),
    },
  });
}

/** For whoever has no business with it, and for what isn't there. */
export function noExport(): Response {
  return new Response('There is no such export.', { status: 404, headers: { 'cache-control': 'private, no-store' } });
}

/** A stream that asks for the next piece when there is room for it. */
function asRead(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
