'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useKept } from './use-room';

/** A draft, or what it becomes by what it is. */
type Write<T> = (next: T | ((now: T) => T)) => void;

/**
 * What a person is writing in one place. It is theirs: nothing but the writer changes or clears it, and a reload,
 * a new phase or a lost connection brings it back as it was. `empty` must be one constant.
 */
export function useDraft<T>(place: string, empty: T): [draft: T, write: Write<T>, clear: () => void] {
  const kept = useKept();
  const name = `draft/${place}`;
  const draft = useSyncExternalStore(
    (listener) => kept.subscribe((written) => written === name && listener()),
    () => kept.read<T>(name) ?? empty,
    () => empty,
  );
  const write = useCallback<Write<T>>(
    (next) => {
      const change = next instanceof Function ? next : () => next;
      kept.writeSoon(name, change(kept.read<T>(name) ?? empty));
    },
    [kept, name, empty],
  );
  return [draft, write, () => kept.remove(name)];
}
