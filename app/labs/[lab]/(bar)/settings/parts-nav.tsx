'use client';

import { useEffect, useState } from 'react';

/** Leads to the parts of a long page, and marks the one that is being read: the last to have reached its upper third. */
export function PartsNav({ parts }: { parts: readonly (readonly [id: string, label: string])[] }) {
  const [at, setAt] = useState(parts[0]?.[0]);
  useEffect(() => {
    const look = () => {
      const third = window.innerHeight / 3;
      const reached = parts.filter(([id]) => (document.getElementById(id)?.getBoundingClientRect().top ?? 0) <= third);
      const ended = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 1;
      setAt((ended ? parts : reached).at(-1)?.[0] ?? parts[0]?.[0]);
    };
    look();
    document.addEventListener('scroll', look, { passive: true });
    return () => document.removeEventListener('scroll', look);
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
