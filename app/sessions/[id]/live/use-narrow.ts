'use client';

import { useSyncExternalStore } from 'react';

// As the style sheet of the room has them.
const NARROW = '(max-width: 1239px)';
const BESIDE = '(min-width: 880px)';

/** Whether the room's three columns do not fit: some of them become tabs. */
export function useNarrow(): boolean {
  return useMedia(NARROW);
}

/** Whether the stream still fits beside those tabs. */
export function useBeside(): boolean {
  return useMedia(BESIDE);
}

function useMedia(media: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(media);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(media).matches,
    () => false,
  );
}
