'use client';

import { useState } from 'react';
import { leftNow, useTicks, type TimerFacts } from '@/ui/use-ticks';

/** How a phase stands in time: with some left, in its last minute, or over. */
export type Standing = 'ample' | 'last' | 'over';

const MINUTE_MS = 60_000;

function standing(left: number): Standing {
  return left <= 0 ? 'over' : left <= MINUTE_MS ? 'last' : 'ample';
}

/** How the timer stands; drawn again only when that becomes another. A paused timer has what it has. */
export function useStanding(timer: TimerFacts): Standing {
  const [seen, setSeen] = useState(() => ({ timer, is: standing(leftNow(timer)) }));
  // Another phase, or a minute more: at once, not with the next tick.
  if (seen.timer !== timer) setSeen({ timer, is: standing(leftNow(timer)) });
  useTicks(timer, (left) => {
    const is = standing(left);
    setSeen((last) => (last.is === is ? last : { timer, is }));
  });
  return seen.is;
}
