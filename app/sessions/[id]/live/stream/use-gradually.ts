'use client';

import { useEffect, useState } from 'react';

const AT_ONCE = 3;

/**
 * A list that grows at its end, a few in each frame: however many come at once, no frame takes long, and what is typed
 * meanwhile is not held up. `key` is another where it is another list, which stands whole at once.
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
    const frame = requestAnimationFrame(() => setShown(more));
    return () => cancelAnimationFrame(frame);
  }, [rest]);
  return rest > 0 ? list.slice(0, count) : list;
}
