'use client';

import { useEffect, useState } from 'react';
import type { SharedWhy } from '@/db/why';
import { useRoom } from '../connection/use-room';
import { useMeeting } from '../meeting';

/** Where another server took the words back and could not tell this one, they are gone after this at the latest. */
const AGAIN_MS = 10_000;

/**
 * What somebody shares with the session's lab. It is asked for anew whenever the room says that sharing has changed, so
 * that what is taken back goes at once; an answer that does not come takes it away, too.
 */
export function useSharedWhy(repId: string): SharedWhy | undefined {
  const { sessionId } = useMeeting();
  const changes = useRoom((view) => view.sharing);
  const here = useRoom((view) => view.link === 'here');
  const [shared, setShared] = useState<SharedWhy>();
  const shown = shared !== undefined && shared.reflections.length + shared.growth.length > 0;
  useEffect(() => {
    if (!here) return;
    const asking = new AbortController();
    const ask = () =>
      void fetch(`/sessions/${sessionId}/live/why?of=${repId}`, { signal: asking.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<SharedWhy>) : undefined))
        .then(setShared)
        .catch(() => {
          if (!asking.signal.aborted) setShared(undefined);
        });
    ask();
    const timer = shown ? setInterval(ask, AGAIN_MS) : undefined;
    return () => {
      asking.abort();
      clearInterval(timer);
    };
  }, [sessionId, repId, changes, here, shown]);
  return shared;
}
