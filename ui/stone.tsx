'use client';

import { useRef } from 'react';
import clsx from 'clsx';
import { clockText } from '@/domain/clock';
import { useTicks, type TimerFacts } from './use-ticks';

interface StoneProps extends TimerFacts {
  /** The four phases with their full length in ms. */
  phases: readonly { name: string; ms: number }[];
  /** Which one runs, from 0; -1 before the first, `phases.length` when all are done. */
  current: number;
  /** In a replay: nothing here is now. */
  past?: boolean;
  className?: string;
}

/** The turn as one slab, worn from the left, with a spark where the edge meets it. */
export function Stone({ phases, current, past, className, ...timer }: StoneProps) {
  const worn = useRef<HTMLElement>(null);
  const spark = useRef<HTMLElement>(null);
  const full = phases[current]?.ms ?? 0;
  useTicks(timer, (left) => {
    const done = full > 0 ? Math.min(1, Math.max(0, 1 - left / full)) : 0;
    const width = `${(done * 100).toFixed(2)}%`;
    if (worn.current) worn.current.style.width = width;
    if (spark.current) spark.current.style.left = width;
  });
  const name = phases[current]?.name;
  const label = name
    ? `Phase ${current + 1} of ${phases.length}, ${name}`
    : current < 0
      ? 'Not begun'
      : 'All phases done';
  const columns = phases.map(({ ms }) => `minmax(var(--min-phase), ${Math.max(ms, 60_000) / 60_000}fr)`).join(' ');
  return (
    <div
      className={clsx('stone', past && 'past', className)}
      role="img"
      aria-label={label}
      style={{ '--phases': columns }}
    >
      {phases.map((phase, at) => (
        <div key={phase.name} className={clsx('ph', at < current && 'done', at === current && 'now')}>
          <div className="slab">
            {at < current && <b />}
            {at === current && (
              <>
                <b ref={worn} />
                <u ref={spark} />
              </>
            )}
          </div>
          <div className="nm">
            <span>{phase.name}</span>
            <span>{clockText(phase.ms)}</span>
          </div>
        </div>
      ))}
    </div>
  );
}
