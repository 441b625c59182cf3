'use client';

import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Contribution, Id } from '@/domain/session/state';
import { useRoom, useRoomContext } from '../connection/use-room';
import { meOf, turnOf } from '../select';
import { useBuilt } from '../use-session';
import { gradual } from './gradual';
import { ownWordsInputs, waitingOf, type Said } from './own-words';

const NOTHING: readonly Contribution[] = [];

const CLOCK = {
  now: () => performance.now(),
  later: (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** What a stream shows at one moment. */
export interface SaidSoFar {
  turnId: Id | undefined;
  words: readonly Contribution[];
  /** One's own on their way. */
  waiting: readonly Said[];
}

/**
 * What is said in the open turn, as the stream shows it: one's own words at once, a flood of others' gradually, and drawn in pieces
 * between which the browser takes what is typed. Another turn is there with its phase.
 */
export function useSaid(): SaidSoFar {
  const { connection, subscribe } = useRoomContext();
  const [said] = useState(() => {
    const read = () => turnOf(connection.view)?.contributions ?? NOTHING;
    return gradual({ subscribe, read }, ({ by }) => by === meOf(connection.view), CLOCK);
  });
  const words = useSyncExternalStore(said.subscribe, said.read, () => NOTHING);
  const waiting = useBuilt(ownWordsInputs, waitingOf);
  const turnId = useRoom((view) => turnOf(view)?.id);
  const now = useMemo(() => ({ turnId, words, waiting }), [turnId, words, waiting]);
  const deferred = useDeferredValue(now);
  const drawn = deferred.turnId === turnId ? deferred : now;
  useEffect(() => said.drew(drawn.words), [said, drawn.words]);
  return drawn;
}
