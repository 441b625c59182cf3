'use client';

import { useEffect, useRef } from 'react';

/** The timer of a phase as facts: the instant of its end, or what was left when it was paused; all in ms. */
export interface TimerFacts {
  endsAt?: number | undefined;
  leftMs?: number | undefined;
  /** Server clock minus device clock. */
  offsetMs: number;
  running: boolean;
}

/** What is left by the server's clock; negative once time is over. */
export function leftNow({ endsAt, leftMs, offsetMs, running }: TimerFacts): number {
  return running && endsAt !== undefined ? endsAt - (Date.now() + offsetMs) : (leftMs ?? 0);
}

/**
 * Calls `draw` with what is left: at once, then on every whole second while the timer runs.
 * Nothing is rendered again; the one who draws touches only its own nodes.
 */
export function useTicks({ endsAt, leftMs, offsetMs, running }: TimerFacts, draw: (left: number) => void): void {
  const latest = useRef(draw);
  useEffect(() => {
    latest.current = draw;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const left = leftNow({ endsAt, leftMs, offsetMs, running });
      latest.current(left);
      // A few ms past the whole second, so that the digit has surely changed.
      if (running) timer = setTimeout(tick, (((left % 1000) + 1000) % 1000) + 4);
    };
    tick();
    // A device that slept, or a tab that was throttled, catches up when it is looked at.
    const onShow = () => {
      if (document.hidden) return;
      clearTimeout(timer);
      tick();
    };
    document.addEventListener('visibilitychange', onShow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShow);
    };
  }, [endsAt, leftMs, offsetMs, running]);
}
