'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import { ABOVE } from '../writing';

const COMPOSER = 'form.compose textarea';
/** As long as the reveal plays: who was writing may not have seen yet that the composer has made way. */
const UNSEEN_MS = 3000;

/**
 * Keeps the focus while the stage takes the place of everything else: it goes to the stage's heading, and back to where
 * one was writing, or to what opens the stage again. What one still types for a moment is nobody's shortcut. Escape
 * leaves the stage.
 */
export function useWayBack(open: boolean, close: () => void): void {
  const writing = useRef(false);
  /** Whether it was opened over somebody who wrote; null before it was. */
  const back = useRef<boolean | null>(null);
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      writing.current = target instanceof Element && target.matches(COMPOSER);
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);

  useEffect(() => {
    if (!open) return;
    const onEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector(ABOVE)) latest.current();
    };
    addEventListener('keydown', onEscape);
    return () => removeEventListener('keydown', onEscape);
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const wrote = (back.current = writing.current);
    focusIfLost('[data-stage-heading]');
    const swallow = (event: KeyboardEvent) => {
      if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
    };
    if (wrote) document.addEventListener('keydown', swallow);
    const timer = setTimeout(() => document.removeEventListener('keydown', swallow), UNSEEN_MS);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', swallow);
    };
  }, [open]);

  // As soon as it is gone, before the focus is looked for elsewhere.
  useLayoutEffect(() => {
    if (open || back.current === null) return;
    focusIfLost(back.current ? COMPOSER : '[data-opens-stage]');
    back.current = null;
  }, [open]);
}

function focusIfLost(where: string): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>(where)?.focus({ preventScroll: true });
}
