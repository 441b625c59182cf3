'use client';

import { useEffect, useRef } from 'react';
import { useShortcutsSwitch } from './bar/shortcuts-switch';

/** What a key does; giving `false` leaves the key to the browser. */
type Act = () => unknown;

const WRITES = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true]';
const CONTROLS = 'button, a[href], input, select, textarea, summary, [role=menuitem], [role=tab]';

/**
 * Single keys of the room, by `event.key` in lower case (`n`, ` `, `+`, `?`, `Alt 1`). None act while someone writes, or
 * while a dialog or menu is open; the space bar leaves every focused control its own. They can be switched off.
 */
export function useKeys(acts: Readonly<Record<string, Act | false | undefined | null>>): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const [on] = useShortcutsSwitch();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = latest.current[nameOf(event)];
      if (!act || event.defaultPrevented || event.repeat) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')) return;
      if (!event.altKey && (!on || target.closest(WRITES))) return;
      if (event.key === ' ' && target.closest(CONTROLS)) return;
      if (act() !== false) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [on]);
}

function nameOf(event: KeyboardEvent): string {
  if (event.ctrlKey || event.metaKey) return '';
  // With Alt some layouts give another sign; the key's place does not change.
  if (event.altKey) return event.code.startsWith('Digit') ? `Alt ${event.code.slice(5)}` : '';
  return event.key.toLowerCase();
}
