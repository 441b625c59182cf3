import { rounded, type Measured, type Row } from './bench';

/** One line for scripts. */
export function rowsAsJson(rows: Measured[]): string {
  const plain: Row[] = rows.map(({ name, value, baseline, ratio, must, aim }) => {
    return { name, value, baseline, ratio, must, aim };
  });
  return JSON.stringify({ rows: plain });
}

/** A table for people, with what else was seen under it. */
export function rowsAsTable(rows: Measured[]): string {
  const head = ['', 'ours', 'baseline', 'ratio', 'must', 'aim', ''];
  const lines = rows.map(({ name, value, baseline, ratio, must, aim, wants }) => {
    const sign = wants === 'more' ? '≥' : '≤';
    return [name, rounded(value), rounded(baseline), ratio.toFixed(2), `${sign} ${must}`, `${sign} ${aim}`, reached()];

    function reached(): string {
      const holds = (limit: number) => (wants === 'more' ? ratio >= limit : ratio <= limit);
      return holds(aim) ? 'aim' : holds(must) ? 'must' : 'short';
    }
  });
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  const table = all.map((cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const notes = rows.flatMap(({ name, notes }) => notes.map((note) => `${name}: ${note}.`));
  return [...table, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}
