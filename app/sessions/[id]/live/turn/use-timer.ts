'use client';

import { useMemo } from 'react';
import type { TimerFacts } from '@/ui/use-ticks';
import { useRoom } from '../connection/use-room';
import { turnOf } from '../select';
import { useServerOffset } from '../use-session';

/** The clock of the open turn, by the server's time. */
export function useTimer(): TimerFacts {
  const endsAt = useRoom((view) => turnOf(view)?.endsAt);
  const leftMs = useRoom((view) => turnOf(view)?.leftMs);
  const offsetMs = useServerOffset();
  return useMemo(
    () =>
      endsAt === undefined
        ? { leftMs: leftMs ?? 0, offsetMs, running: false }
        : { endsAt: Date.parse(endsAt), offsetMs, running: true },
    [endsAt, leftMs, offsetMs],
  );
}
