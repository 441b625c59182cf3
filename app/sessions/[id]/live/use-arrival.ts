'use client';

import { useEffect } from 'react';

/** For a screen that nothing follows: it takes the focus where that is nowhere, for what had it went with the room. */
export function useArrival(): void {
  useEffect(() => {
    if (document.activeElement && document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }, []);
}
