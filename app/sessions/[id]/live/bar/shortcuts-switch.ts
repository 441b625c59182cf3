'use client';

import { useSyncExternalStore } from 'react';

const NAME = 'whetstone/shortcuts';
const listeners = new Set<() => void>();
/** Where the browser keeps nothing: for as long as the page is open. */
let unkept: string | null = null;

/** Whether single keys act now, for what asks when one is pressed. */
export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off';
  } catch {
    return unkept !== 'off';
  }
}

function turn(on: boolean): void {
  unkept = on ? null : 'off';
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, 'off');
  } catch {
    // It stays off until the page is closed.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether single keys act, on this device; and how to switch that. */
export function useShortcutsSwitch(): [on: boolean, turn: (on: boolean) => void] {
  return [useSyncExternalStore(subscribe, shortcutsOn, () => true), turn];
}
