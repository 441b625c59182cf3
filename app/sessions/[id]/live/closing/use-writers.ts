'use client';

import { useEffect, useMemo, useState } from 'react';
import type { Id } from '@/domain/session/state';
import { useConnection, useRoom } from '../connection/use-room';

/** Who is writing now; drawn again when somebody has stopped. */
export function useWriters(): ReadonlySet<Id> {
  const { clock } = useConnection();
  const typing = useRoom((view) => view.typing);
  const [over, setOver] = useState(0);
  useEffect(() => {
    const ends = Object.values(typing).filter((until) => until > over);
    if (ends.length === 0) return;
    const next = Math.min(...ends);
    const timer = setTimeout(() => setOver(next), Math.max(next - clock.now(), 0));
    return () => clearTimeout(timer);
  }, [typing, over, clock]);
  return useMemo(
    () => new Set(Object.entries(typing).flatMap(([id, until]) => (until > over ? [id] : []))),
    [typing, over],
  );
}
