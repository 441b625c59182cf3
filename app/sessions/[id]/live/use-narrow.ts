'use client';

import { useSyncExternalStore } from 'react';

// As the style sheet of the room: below it, the columns become tabs.
const NARROW = '(max-width: 1100px)';

/** Whether there is room for one column only. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(NARROW).matches,
    () => false,
  );
}
