'use client';

import { useEffect, useState } from 'react';
import { useConnection } from '../connection/use-room';

/** True once this has been on the screen for so long: what comes and goes at once needn't be told. */
export function useAfter(ms: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return over;
}

/** True once an instant is reached, in ms on the server's clock. */
export function useReached(instant: number): boolean {
  const { clock } = useConnection();
  const [reached, setReached] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(() => setReached(instant), Math.max(instant - clock.now(), 0));
    return () => clearTimeout(timer);
  }, [clock, instant]);
  return reached === instant;
}
