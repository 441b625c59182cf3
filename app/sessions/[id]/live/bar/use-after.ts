'use client';

import { useEffect, useState } from 'react';

/** True once this has been on the screen for so long: what comes and goes at once needn't be told. */
export function useAfter(ms: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return over;
}
