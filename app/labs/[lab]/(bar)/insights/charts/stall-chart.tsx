import clsx from 'clsx';
import { RUNGS } from '@/domain/vocabulary';

// Past this many deals on one rung a mark each would be thinner than its gap.
const MOST_MARKS = 40;

interface StallChartProps {
  /** How many deals on each rung, rung 1 first. */
  counts: readonly number[];
  /** The rung that most share, 1 to 5. */
  most: number | null;
}

/** The ladder with a mark for each deal that stalls on a rung. */
export function StallChart({ counts, most }: StallChartProps) {
  const marks = Math.max(1, ...counts);
  const each = Math.max(1, Math.ceil(marks / MOST_MARKS));
  return (
    <>
      <div className="ladder-box">
        <ol className="ladder solo stall">
          {RUNGS.map((statement, rung) => (
            <li key={statement} className={clsx('rung', most === rung + 1 && 'open')}>
              <div className="say">
                <span className="n">{rung + 1}</span>
                <span className="txt">{statement}</span>
                <span className="ans num">
                  <b>{counts[rung]}</b> <span className="unit">{counts[rung] === 1 ? 'deal' : 'deals'}</span>
                </span>
              </div>
              <div className="beam">
                <span className="half">
                  {Array.from({ length: Math.ceil(marks / each) }, (_, at) => (
                    <span key={at} className={clsx('tick', at * each < (counts[rung] ?? 0) ? 'yes' : 'nil')} />
                  ))}
                </span>
              </div>
            </li>
          ))}
        </ol>
      </div>
      {each > 1 && <p className="meta num mt-3">One mark is up to {each} deals.</p>}
    </>
  );
}
