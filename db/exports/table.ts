import { sqlClient } from '../connection';

/** How many rows are read at once: what an export holds in memory, however much there is. */
const PAGE = 100;

export type Cell = string | number | boolean | null | object;
export type ExportRow = Record<string, Cell>;

/** One table of an export, read page by page in its own order. Nothing is read before it is asked for. */
export interface ExportTable {
  name: string;
  columns: readonly string[];
  count: () => Promise<number>;
  rows: () => AsyncGenerator<ExportRow[]>;
}

export interface Source {
  name: string;
  /** What each column is called in the export, and the SQL that it comes from. Nothing in it is from outside. */
  columns: Record<string, string>;
  /** From where: tables, joins and conditions. `$1` is `about`. */
  from: string;
  about: string;
  /** What orders the rows, with its types: together unique, and after an index where there are many. */
  key: Record<string, 'uuid' | 'timestamptz' | 'int' | 'text' | 'bigint'>;
}

/**
 * A table that is read by its key, each page from where the one before ended: whoever reads slowly holds neither a
 * connection nor a transaction, and what is written meanwhile comes or doesn't.
 */
export function exportTable(source: Source): ExportTable {
  const { name, columns, from, about, key } = source;
  const keys = Object.entries(key);
  const select = Object.entries(columns).map(([label, expression]) => `${expression} as "${label}"`);
  const marks = keys.map(([column], at) => `(${column})::text as "key ${at}"`);
  const order = keys.map(([column]) => column).join(', ');
  const after = `(${order}) > (${keys.map(([, type], at) => `$${at + 2}::text::${type}`).join(', ')})`;
  const page = (more: boolean) =>
    `select ${[...select, ...marks].join(', ')} from ${from}${more ? ` and ${after}` : ''} order by ${order} limit ${PAGE}`;
  return {
    name,
    columns: Object.keys(columns),
    count: async () => {
      const [row] = await sqlClient().unsafe<{ count: number }[]>(`select count(*)::int as count from ${from}`, [
        about,
      ]);
      return row?.count ?? 0;
    },
    async *rows() {
      let mark: string[] | undefined;
      for (;;) {
        const read = await sqlClient().unsafe<ExportRow[]>(page(mark !== undefined), [about, ...(mark ?? [])]);
        const last = read.at(-1);
        if (!last) return;
        mark = keys.map((_, at) => String(last[`key ${at}`]));
        for (const row of read) for (const at of keys.keys()) delete row[`key ${at}`];
        yield [...read];
        if (read.length < PAGE) return;
      }
    },
  };
}
