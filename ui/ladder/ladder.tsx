import type { ReactNode } from 'react';
import clsx from 'clsx';
import { RUNGS } from '@/domain/vocabulary';
import { Beam } from './beam';
import { LadderTable } from './ladder-table';
import { partingRung, readsPart, rungAnswer, totalsText } from './text';
import { ANSWER_WORDS, type LadderView } from './types';

export type LadderSize = 'compact' | 'full' | 'display' | 'bare' | 'small' | 'strip';

export interface LadderProps {
  view: LadderView;
  /** The lowest open rung, 1 to 5: it alone gets the ember frame. Null for none, and on ladders of the past. */
  open?: number | null;
  size?: LadderSize;
  /** Heads over the rails, such as "Marisol’s read" and "The room, 7 peers". */
  heads?: { own: ReactNode; room?: ReactNode };
  /** Whose it is, for those who listen: "Marisol’s read". */
  label?: string;
  /** The surface behind, so that hollow rungs are truly hollow. */
  surface?: 'paper' | 'sunk' | 'raised';
  /** Height of a rung in px, where the size's own does not fit. */
  rungHeight?: number;
  /** Statements alone, without the answers at their right. */
  hideAnswers?: boolean;
  /** Drawing only: the words stand beside it already. */
  decorative?: boolean;
  revealing?: boolean;
  className?: string;
}

const TWO_RAILS = new Set(['two', 'preview']);

/** The care ladder, at every size: five rungs from the bottom up, each statement standing on its own. */
export function Ladder({
  view,
  open = null,
  size = 'compact',
  heads,
  label = 'Care ladder',
  surface = 'paper',
  rungHeight,
  hideAnswers,
  decorative,
  revealing,
  className,
}: LadderProps) {
  const parting = partingRung(view);
  return (
    <div className={clsx('ladder-box', className)}>
      {heads && (
        <div className={clsx('ladder-heads', size === 'full' && 'full')}>
          <b>{heads.own}</b>
          {heads.room && <b className="steel text-right">{heads.room}</b>}
        </div>
      )}
      <ol
        aria-hidden="true"
        className={clsx(
          'ladder',
          size,
          TWO_RAILS.has(view.mode) ? 'two' : 'solo',
          view.mode === 'outline' && 'unknown',
          view.mode === 'solo' && view.whose === 'room' && 'rm',
          surface !== 'paper' && `on-${surface}`,
          revealing && 'revealing',
        )}
        style={rungHeight === undefined ? undefined : { '--h': rungHeight }}
      >
        {RUNGS.map((statement, rung) => (
          <li key={statement} className={clsx('rung', open === rung + 1 && 'open', readsPart(view, rung) && 'apart')}>
            <div className="say">
              {size === 'full' && <span className="sf">{hideAnswers ? '' : ownWord(view, rung)}</span>}
              <span className="n">{rung + 1}</span>
              <span className="txt">
                {statement}
                {size === 'full' && parting === rung + 1 && <span className="tag">the reads part here</span>}
              </span>
              <span className="ans num">
                {!hideAnswers && <RightEnd view={view} rung={rung} full={size === 'full'} />}
              </span>
            </div>
            <Beam view={view} rung={rung} />
          </li>
        ))}
      </ol>
      {!decorative && <LadderTable view={view} open={open} label={label} />}
    </div>
  );
}

function ownWord(view: LadderView, rung: number): string {
  const answer = view.mode === 'outline' ? undefined : view.read?.[rung];
  return answer ? ANSWER_WORDS[answer] : '';
}

function RightEnd({ view, rung, full }: { view: LadderView; rung: number; full: boolean }) {
  if (!full) return rungAnswer(view, rung);
  const totals = view.mode === 'two' ? view.room[rung] : undefined;
  if (!totals) return null;
  const { lead, rest } = totalsText(totals);
  return (
    <>
      <b>{lead}</b>
      {rest}
    </>
  );
}
