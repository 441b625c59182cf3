'use client';

import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { Shown } from './announcer';

const TOAST_MS = 6000;
/** With something to press: long enough to get there. */
export const ACTION_MS = 20_000;

type Draw = (toast: Shown, onDone: () => void) => ReactNode;

interface ToastsProps {
  toasts: readonly Shown[];
  draw: Draw;
  onDone: (id: number) => void;
}

/** What is shown for a moment. Where it stands at the top, it leaves the clock in sight. */
export function Toasts({ toasts, draw, onDone }: ToastsProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.style.setProperty('--under-clock', `${underClock()}px`);
  }, [toasts]);
  return (
    <div ref={box} className="toasts">
      {toasts.map((one) => (
        <Toast key={one.id} toast={one} draw={draw} onDone={() => onDone(one.id)} />
      ))}
    </div>
  );
}

/** How far down the clock of the screen reaches, in px; 0 where none is in view. */
function underClock(): number {
  const clocks = [...document.querySelectorAll('[role=timer]')].map((clock) => clock.getBoundingClientRect());
  return Math.max(0, ...clocks.filter(({ top }) => top < innerHeight / 2).map(({ bottom }) => bottom));
}

/** It stays while the pointer is on it or the focus in it, and its time begins anew after that. */
function Toast({ toast, draw, onDone }: { toast: Shown; draw: Draw; onDone: () => void }) {
  const { action } = toast;
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = pointed || focused;
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => done.current(), action ? ACTION_MS : TOAST_MS);
    return () => clearTimeout(timer);
  }, [held, action]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && done.current();
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <div
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {draw(toast, onDone)}
    </div>
  );
}
