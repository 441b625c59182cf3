import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RUNGS } from '@/domain/vocabulary';
import { LadderColumns } from '@/ui/ladder/side-by-side';

const read = ['yes', 'yes', 'no', 'no', 'no'] as const;

/** What each row on paper holds: its heads, and whether the statements stand beside it. */
function rowsOf(count: number) {
  const columns = Array.from({ length: count }, (_, at) => ({
    title: `Read ${at + 1}.`,
    label: `Read ${at + 1}`,
    read,
  }));
  const drawn = renderToStaticMarkup(<LadderColumns columns={columns} />);
  return drawn
    .split('<div class="columns-row">')
    .slice(1)
    .map((row) => ({
      heads: [...row.matchAll(/<b>(Read \d+)\.<\/b>/g)].map(([, head]) => head),
      ladders: [...row.matchAll(/<caption>(Read \d+)\./g)].map(([, label]) => label),
      stated: RUNGS.every((statement) => row.split('class="st"')[1]?.includes(statement)),
    }));
}

describe('ladders in columns', () => {
  it('stand in one row while they fit on a page of paper', () => {
    expect(rowsOf(7)).toHaveLength(1);
  });
  it('wrap on paper when they are more, each row under its heads and beside the statements', () => {
    const rows = rowsOf(11);
    expect(rows.map(({ heads }) => heads.length)).toEqual([7, 4]);
    for (const { heads, ladders, stated } of rows) {
      expect(ladders).toEqual(heads);
      expect(stated).toBe(true);
    }
    expect(rows.flatMap(({ heads }) => heads)).toEqual(Array.from({ length: 11 }, (_, at) => `Read ${at + 1}`));
  });
});
