import clsx from 'clsx';
import type { Answer } from '@/domain/vocabulary';
import type { RungTotals } from '@/domain/ladder';
import { ratedBy } from './text';
import type { LadderView } from './types';

// Past this many peers a tick each would be thinner than its own edges: one block an answer, as long as its share.
const MOST_TICKS = 16;

function Half({ answer, room }: { answer: Answer | undefined; room?: boolean }) {
  return (
    <span className={clsx('half', room && 'room')}>
      <span className={clsx('tick', answer ?? 'blank')} />
    </span>
  );
}

/** One tick a peer; yes is fastened nearest the rail, then not sure, then no. */
function RoomHalf({ totals }: { totals: RungTotals | undefined }) {
  if (!totals || ratedBy(totals) === 0) return <Half answer={undefined} room />;
  const groups = (['no', 'unsure', 'yes'] as const).filter((answer) => totals[answer] > 0);
  return (
    <span className="half room">
      {ratedBy(totals) > MOST_TICKS
        ? groups.map((answer) => (
            <span key={answer} className={clsx('tick', answer)} style={{ flexGrow: totals[answer] }} />
          ))
        : groups.flatMap((answer) =>
            Array.from({ length: totals[answer] }, (_, at) => (
              <span key={answer + at} className={clsx('tick', answer)} />
            )),
          )}
    </span>
  );
}

/** The beam of one rung, 0 to 4: whole, hatched, hollow, or dashed where nothing is known. */
export function Beam({ view, rung }: { view: LadderView; rung: number }) {
  return (
    <div className="beam">
      <Half answer={view.mode === 'outline' ? undefined : view.read?.[rung]} />
      {view.mode === 'preview' && <Half answer={undefined} room />}
      {view.mode === 'two' && <RoomHalf totals={view.room[rung]} />}
    </div>
  );
}
