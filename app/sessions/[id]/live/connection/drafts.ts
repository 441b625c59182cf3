'use client';

import { useSyncExternalStore } from 'react';
import { useKept } from './use-room';

/**
 * What a person is writing in one place. It is theirs: nothing but the writer changes or clears it, and a reload,
 * a new phase or a lost connection brings it back as it was. `empty` must be one constant.
 */
export function useDraft<T>(place: string, empty: T): [draft: T, write: (draft: T) => void, clear: () => void] {
  const kept = useKept();
  const name = `draft/${place}`;
  const draft = useSyncExternalStore(
    (listener) => kept.subscribe((written) => written === name && listener()),
    () => kept.read<T>(name) ?? empty,
    () => empty,
  );
  return [draft, (next) => kept.write(name, next), () => kept.remove(name)];
}
