import { patchRows, putRows, TABLES, type Row, type TableName } from './tables';

/** Which columns a patch may touch, and whether null leaves one as it is. */
const PATCHES: Partial<Record<TableName, { columns: readonly string[]; keepNull: boolean }>> = {
  sessions: { columns: ['status', 'started_at', 'ended_at'], keepNull: false },
  scenarios: { columns: ['stands'], keepNull: true },
  month_pipelines: { columns: ['withdrawn_at'], keepNull: true },
  contributions: { columns: ['body', 'helpful', 'pinned', 'edited', 'gone'], keepNull: true },
};

/** The rows that a batch of events leaves changed, each once, whatever happened to it on the way. */
export class Changes {
  private readonly puts = new Map<TableName, Map<string, Row>>();
  private readonly patches = new Map<TableName, Map<string, Row>>();

  /** A whole row, new or in place of the one that is there. */
  put(table: TableName, row: Row): void {
    const key = keyOf(table, row);
    this.patches.get(table)?.delete(key);
    rowsOf(this.puts, table).set(key, row);
  }

  /** Some columns of a row that is there, or was put in this very batch. */
  patch(table: TableName, row: Row): void {
    const key = keyOf(table, row);
    const put = this.puts.get(table)?.get(key);
    if (put) Object.assign(put, row);
    else rowsOf(this.patches, table).set(key, { ...this.patches.get(table)?.get(key), ...row });
  }

  /** One statement a table and kind of change; each takes the number of the parameter with its rows. */
  *statements(): Generator<{ statement: (n: number) => string; rows: Row[] }> {
    for (const name of Object.keys(TABLES) as TableName[]) {
      const put = this.puts.get(name);
      if (put?.size) yield { statement: (n) => putRows(name, n), rows: [...put.values()] };
      const patch = this.patches.get(name);
      const how = PATCHES[name];
      if (patch?.size && how) {
        yield { statement: (n) => patchRows(name, how.columns, how.keepNull, n), rows: [...patch.values()] };
      }
    }
  }
}

function keyOf(table: TableName, row: Row): string {
  return TABLES[table].key.map((column) => String(row[column])).join();
}

function rowsOf(tables: Map<TableName, Map<string, Row>>, name: TableName): Map<string, Row> {
  let rows = tables.get(name);
  if (!rows) tables.set(name, (rows = new Map()));
  return rows;
}
