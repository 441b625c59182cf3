'use client';

import { useCallback } from 'react';
import type { Id } from '@/domain/session/state';
import { useConnection } from '../connection/use-room';
import { turnOf } from '../select';
import { useSend } from '../use-session';

/** Seats a deal; a turn that runs is ended first, where it is still the one that `ending` names. */
export function useSeat(): (scenarioId: Id) => Promise<void> {
  const send = useSend();
  const connection = useConnection();
  return useCallback(
    async (scenarioId) => {
      const running = turnOf(connection.view);
      if (running && (await send('turn.end', { turnId: running.id }))) return;
      await send('turn.start', { scenarioId });
    },
    [send, connection],
  );
}
