'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { useAnnounce } from './announcer';

interface KeepsFocusProps {
  /** What is read aloud when that happens: "The links are up to date." */
  said: string;
  'aria-labelledby': string;
  className?: string;
  children: ReactNode;
}

/** A part of a page whose rows go when they are done with: it takes the focus then, so that the keyboard stays near. */
export function KeepsFocus({ said, children, ...rest }: KeepsFocusProps) {
  const part = useRef<HTMLElement>(null);
  const last = useRef<Element | null>(null);
  const announce = useAnnounce();
  // After each drawing of the page: the rows come from the server.
  useEffect(() => {
    if (!last.current || last.current.isConnected) return;
    last.current = null;
    if (document.activeElement !== document.body) return;
    part.current?.focus();
    announce(said);
  });
  return (
    <section {...rest} ref={part} tabIndex={-1} onFocus={({ target }) => (last.current = target)}>
      {children}
    </section>
  );
}
