import { RUNGS, type Answer } from '@/domain/vocabulary';
import { Ladder } from './ladder';
import type { LadderView } from './types';

interface LadderStripProps {
  /** Answers so far, rung 1 first; null where none is given yet. */
  read: readonly (Answer | null)[];
  open: number | null;
  className?: string;
}

/** A phone's ladder: a strip that stays at the top while the answers below change it. */
export function LadderStrip({ read, open, className }: LadderStripProps) {
  const hold = read.filter((answer) => answer === 'yes').length;
  const complete = read.every((answer) => answer !== null);
  const view = { mode: 'solo', read: read.map((answer) => answer ?? 'no') } satisfies LadderView;
  const title = open === null ? (complete ? 'All five hold' : 'Your ladder so far') : `Lowest open rung: ${open}`;
  const statement = open === null ? undefined : RUNGS[open - 1];
  return (
    <div className={`ladder-strip ${className ?? ''}`} aria-live="polite">
      <Ladder size="strip" view={view} open={open} decorative />
      <div>
        <b className="num">{title}</b>
        <span className="meta">
          {statement ?? (complete ? 'You have a responsibility to help.' : 'Answer from the bottom.')}
        </span>
      </div>
      <span className="meta num">{hold} hold</span>
    </div>
  );
}
