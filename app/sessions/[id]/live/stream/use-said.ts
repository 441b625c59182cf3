'use client';

import { useState, useSyncExternalStore } from 'react';
import type { Contribution } from '@/domain/session/state';
import { useRoomContext } from '../connection/use-room';
import { meOf, turnOf } from '../select';
import { gradual } from './gradual';

const NOTHING: readonly Contribution[] = [];

const CLOCK = {
  now: () => performance.now(),
  later: (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** What is said in the open turn, as the stream shows it: one's own words at once, a flood of others' gradually. */
export function useSaid(): readonly Contribution[] {
  const { connection, subscribe } = useRoomContext();
  const [said] = useState(() => {
    const read = () => turnOf(connection.view)?.contributions ?? NOTHING;
    return gradual({ subscribe, read }, ({ by }) => by === meOf(connection.view), CLOCK);
  });
  return useSyncExternalStore(said.subscribe, said.read, () => NOTHING);
}
