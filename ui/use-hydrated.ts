'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False on the server and while the page wakes up, true from then on: for what only the device knows. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

const MINUTE = 60_000;

function eachMinute(changed: () => void): () => void {
  const timer = setInterval(changed, MINUTE);
  return () => clearInterval(timer);
}

/** The device's time in ms at its last full minute, drawn anew each minute; null before the device is known. */
export function useMinute(): number | null {
  return useSyncExternalStore(
    eachMinute,
    () => Math.floor(Date.now() / MINUTE) * MINUTE,
    () => null,
  );
}
