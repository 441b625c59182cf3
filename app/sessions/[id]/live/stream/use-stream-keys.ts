'use client';

import type { RefObject } from 'react';
import { useKeys } from '../use-keys';

/** `J` and `K` go through what was said. */
export function useStreamKeys(list: RefObject<HTMLElement | null>): void {
  const step = (by: 1 | -1) => () => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-con]') ?? [])];
    if (all.length === 0) return false;
    const at = all.findIndex((one) => one.contains(document.activeElement));
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
    all[next]?.focus();
    all[next]?.scrollIntoView({ block: 'nearest' });
    return undefined;
  };
  useKeys({ forward: step(1), backward: step(-1) });
}
