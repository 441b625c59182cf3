import clsx from 'clsx';

/** One column: blocks from the bottom up, and what stands below it. */
export interface Stack {
  key: string;
  label: string;
  blocks: readonly ('done' | 'not' | 'open')[];
}

/** Columns of blocks, a block a case: solid is done, hollow is not, dashed is still open. */
export function Stacks({ stacks }: { stacks: readonly Stack[] }) {
  return (
    <div className="stacks" style={{ gridTemplateColumns: `repeat(${stacks.length}, minmax(0, 1fr))` }}>
      {stacks.map(({ key, label, blocks }) => (
        <div key={key}>
          <span className="num">{label}</span>
          {blocks.map((block, at) => (
            <i key={at} className={clsx(block)} />
          ))}
        </div>
      ))}
    </div>
  );
}
