'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { Keeper, type KeeperOptions } from './keeper';

/** A `Keeper` on this device, for as long as the page is open. */
export function useKept<T>(options: Omit<KeeperOptions<T>, 'storage'>) {
  const [keeper] = useState(
    () => new Keeper({ ...options, storage: typeof window === 'undefined' ? undefined : window.localStorage }),
  );
  const { value, kept } = useSyncExternalStore(keeper.subscribe, keeper.state, keeper.state);
  useEffect(() => {
    const back = () => void (keeper.state().kept === 'local' && keeper.keep());
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, [keeper]);
  return { value, kept, set: keeper.set, keepNow: keeper.keep, forget: keeper.forget };
}
