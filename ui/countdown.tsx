'use client';

import { useRef, useState } from 'react';
import { clockText } from '@/domain/clock';
import { partsUntil, spokenLeft } from './time-text';
import { leftNow, useTicks } from './use-ticks';
import { useHydrated } from './use-hydrated';

const HOUR = 3_600_000;

interface CountdownProps {
  /** The instant, in ms since the epoch. */
  to: number;
  /** Server clock minus device clock, in ms. */
  offsetMs?: number;
  /** `blocks`: days, hours, minutes; `clock`: m:ss; `auto` turns to the clock in the last hour. */
  form?: 'blocks' | 'clock' | 'auto';
  className?: string;
}

/** The time until something begins. It stops at zero and starts nothing. */
export function Countdown({ to, offsetMs = 0, form = 'auto', className }: CountdownProps) {
  const here = useHydrated();
  const [near, setNear] = useState(false);
  const [minutes, setMinutes] = useState<number | null>(null);
  const node = useRef<HTMLDivElement>(null);
  const timer = { endsAt: to, offsetMs, running: true };
  useTicks(timer, (left) => {
    setNear(left < HOUR);
    setMinutes(Math.ceil(left / 60_000));
    if (node.current) {
      node.current.textContent = clockText(Math.max(0, left));
      node.current.setAttribute(
        'aria-label',
        left > 0 ? `Starts in ${spokenLeft(left).replace(' left', '')}` : 'Due now',
      );
    }
  });
  if (!here || minutes === null) return <Placeholder form={form} />;
  if (form === 'clock' || (form === 'auto' && near)) {
    return (
      <div ref={node} className={`big-time ${className ?? ''}`} role="timer" suppressHydrationWarning>
        {clockText(Math.max(0, leftNow(timer)))}
      </div>
    );
  }
  return <Blocks {...partsUntil(minutes * 60_000, 0)} className={className} />;
}

/** As tall as what comes, so that nothing moves when it does. */
function Placeholder({ form }: { form: NonNullable<CountdownProps['form']> }) {
  return (
    <div className="invisible" aria-hidden="true">
      {form === 'clock' ? <div className="big-time">0:00</div> : <Blocks days={0} hours={0} minutes={0} />}
    </div>
  );
}

function Blocks({
  className,
  ...parts
}: {
  days: number;
  hours: number;
  minutes: number;
  className?: string | undefined;
}) {
  const { days, hours, minutes } = parts;
  const blocks = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
  ] as const;
  const shown = days > 0 ? blocks : blocks.slice(1);
  const words = shown.map(([n, unit]) => `${n} ${unit}${n === 1 ? '' : 's'}`);
  return (
    <div className={`countdown ${className ?? ''}`} role="timer" aria-label={`Starts in ${words.join(', ')}`}>
      {shown.map(([n, unit], at) => (
        <div key={unit}>
          <b>{at === 0 ? n : String(n).padStart(2, '0')}</b>
          <span>
            {unit}
            {n === 1 ? '' : 's'}
          </span>
        </div>
      ))}
    </div>
  );
}
