'use client';

import { startTransition, useEffect, useState } from 'react';

const AT_ONCE = 2;

/**
 * A list that grows at its end, a few at a time: however many come at once, no frame takes long, and what is typed
 * meanwhile goes first. `key` is another where it is another list, which stands whole at once.
 */
export function useGradually<T>(list: readonly T[], key: string | undefined): readonly T[] {
  const [shown, setShown] = useState({ key, list, count: list.length });
  let { count } = shown;
  if (shown.key !== key || shown.list !== list) {
    count = shown.key === key ? Math.min(count + AT_ONCE, list.length) : list.length;
    setShown({ key, list, count });
  }
  const rest = list.length - count;
  useEffect(() => {
    if (rest <= 0) return;
    const more = (one: typeof shown) => ({ ...one, count: Math.min(one.count + AT_ONCE, one.list.length) });
    const frame = requestAnimationFrame(() => startTransition(() => setShown(more)));
    return () => cancelAnimationFrame(frame);
  }, [rest]);
  return rest > 0 ? list.slice(0, count) : list;
}
