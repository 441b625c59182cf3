'use client';

import { useRef, type ReactNode } from 'react';
import clsx from 'clsx';
import { clockText } from '@/domain/clock';
import { spokenLeft } from './time-text';
import { useTicks, type TimerFacts } from './use-ticks';

interface ClockProps extends TimerFacts {
  className?: string;
}

/** The big timer. It counts over with a plus, in ember, and waits for the host. Nothing but its own text changes. */
export function Clock({ className, ...timer }: ClockProps) {
  const node = useRef<HTMLSpanElement>(null);
  useTicks(timer, (left) => {
    const text = clockText(left);
    const clock = node.current;
    if (!clock || clock.textContent === text) return;
    clock.textContent = text;
    clock.setAttribute('aria-label', spokenLeft(left));
    clock.toggleAttribute('data-over', left <= 0);
  });
  return (
    <span
      ref={node}
      className={clsx('t', className)}
      role="timer"
      data-paused={timer.running ? undefined : ''}
      suppressHydrationWarning
    />
  );
}

interface ClockPanelProps extends ClockProps {
  /** The phase, or "Paused", or "Coach is over". */
  title: ReactNode;
  detail?: ReactNode;
  /** The phase that runs is said in ember; a paused or past one in ink. */
  now?: boolean;
}

/** The clock, the phase, and a line on what it asks of everyone. */
export function ClockPanel({ title, detail, now = true, className, ...clock }: ClockPanelProps) {
  return (
    <div className={clsx('clock', className)}>
      <Clock {...clock} />
      <div>
        <div className={clsx('p', now && 'ember')}>{title}</div>
        {detail && <div className="meta num">{detail}</div>}
      </div>
    </div>
  );
}
