'use client';

import { useEffect, useState } from 'react';
import type { Contribution, Id } from '@/domain/session/state';
import { useConnection, useRoom } from '../connection/use-room';
import { turnOf } from '../select';

const NOTHING: readonly Contribution[] = [];

/** The words of a turn of this session: of the open one at hand, of an ended one fetched. */
export function useTurnWords(turnId: Id): readonly Contribution[] {
  const connection = useConnection();
  const open = useRoom((view) => (turnOf(view)?.id === turnId ? turnOf(view)?.contributions : undefined));
  const here = useRoom((view) => view.link === 'here');
  const isOpen = open !== undefined;
  const [fetched, setFetched] = useState<readonly Contribution[]>(NOTHING);
  useEffect(() => {
    if (isOpen || !here) return;
    let wanted = true;
    void connection.turn(turnId).then((turn) => {
      if (wanted && turn) setFetched(turn.contributions);
    });
    return () => {
      wanted = false;
    };
  }, [connection, turnId, isOpen, here]);
  return open ?? fetched;
}
