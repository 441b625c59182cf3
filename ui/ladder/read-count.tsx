import clsx from 'clsx';

// Past this many the ticks become one bar.
const MOST_TICKS = 24;

/** How many blind reads are in, as ticks; what they chose stays hidden. */
export function ReadCount({ count, of, className }: { count: number; of: number; className?: string }) {
  const label = `${count} of ${of} reads are in`;
  return (
    <div className={clsx('count', className)} role="img" aria-label={label}>
      {of > MOST_TICKS ? (
        <>
          <span className="tick yes" style={{ flexGrow: count }} />
          <span className="tick blank" style={{ flexGrow: of - count }} />
        </>
      ) : (
        Array.from({ length: of }, (_, at) => <span key={at} className={clsx('tick', at < count ? 'yes' : 'blank')} />)
      )}
    </div>
  );
}
