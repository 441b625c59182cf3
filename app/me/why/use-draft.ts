'use client';

import { useEffect, useEffectEvent } from 'react';
import { useKept } from '@/app/deal/use-kept';
import type { KeeperOptions } from '@/app/deal/keeper';
import { useAnnounce } from '@/ui/announcer';

interface DraftOptions<T> extends Pick<KeeperOptions<T>, 'key' | 'initial' | 'parse'> {
  /** Whether it is kept for good by now. */
  kept: boolean;
  /** Whether another was kept in its place, from this device perhaps, with what this device had of it gone. */
  refused?: boolean;
  onDone: () => void;
}

/** What is being written in a form, on this device alone until it is kept for good, or dropped. */
export function useDraft<T>({ key, initial, parse, kept, refused = false, onDone }: DraftOptions<T>) {
  const { value, set, forget } = useKept<T>({ key: `whetstone/${key}`, initial, parse });
  const announce = useAnnounce();
  useEffect(() => {
    if (!kept) return;
    forget();
    announce('Kept.');
    onDone();
  }, [kept, forget, announce, onDone]);
  const again = useEffectEvent(() => set(value));
  useEffect(() => {
    if (refused) again();
  }, [refused]);
  const drop = () => {
    forget();
    onDone();
  };
  return { value, set, drop };
}
