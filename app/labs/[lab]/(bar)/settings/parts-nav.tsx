'use client';

import { useEffect, useState } from 'react';

/** Leads to the parts of a long page, and marks the one that is being read: the last to have reached its upper third. */
export function PartsNav({ parts }: { parts: readonly (readonly [id: string, label: string])[] }) {
  const [at, setAt] = useState(parts[0]?.[0]);
  useEffect(() => {
    const topOf = (id: string) => document.getElementById(id)?.getBoundingClientRect().top ?? 0;
    const look = () => {
      const ended = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 1;
      // At the end several are in view: the one that was asked for, else the last.
      const asked = parts.find(([id]) => `#${id}` === window.location.hash && topOf(id) < window.innerHeight);
      const reached = parts.filter(([id]) => ended || topOf(id) <= window.innerHeight / 3);
      setAt(((ended && asked) || reached.at(-1) || parts[0])?.[0]);
    };
    look();
    document.addEventListener('scroll', look, { passive: true });
    window.addEventListener('hashchange', look);
    return () => {
      document.removeEventListener('scroll', look);
      window.removeEventListener('hashchange', look);
    };
  }, [parts]);
  return (
    <nav aria-label="Parts">
      {parts.map(([id, label]) => (
        <a key={id} href={`#${id}`} aria-current={id === at ? 'true' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
