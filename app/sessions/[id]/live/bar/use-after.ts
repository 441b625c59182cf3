'use client';

import { useEffect, useState } from 'react';
import { useConnection, useRoom } from '../connection/use-room';

/** True once this has been on the screen for so long: what comes and goes at once needn't be told. */
export function useAfter(ms: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return over;
}

const MOMENT_MS = 1000;

/** Whether what is on its way really waits: the room is away, or it takes longer than a moment. */
export function useWaits(onItsWay: boolean): boolean {
  const away = useRoom((view) => view.link !== 'here');
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!onItsWay) return;
    const timer = setTimeout(() => setLong(true), MOMENT_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [onItsWay]);
  return onItsWay && (away || long);
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
