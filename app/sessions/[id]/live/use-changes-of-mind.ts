'use client';

import { useEffect, useRef } from 'react';
import type { Commitment, Id, SessionState } from '@/domain/session/state';
import { useAnnounce } from '@/ui/announcer';
import type { RoomView } from './connection/room-view';
import { useConnection } from './connection/use-room';
import { meOf, nameOf } from './select';
import { useBuilt } from './use-session';

type Decided = Pick<SessionState, 'turns' | 'turn'>;

function inputs({ state }: RoomView): readonly unknown[] {
  return [state?.turns, state?.turn?.commitment];
}

function decidedOf({ state }: RoomView): Decided | undefined {
  return state;
}

/** What a commitment says, whenever it was made. */
function saying({ decision, nextStep, dueOn, uses }: Commitment): string {
  return JSON.stringify([decision, nextStep, dueOn, uses]);
}

/** Whose commitment says something else now than it did, in the same turn. */
export function changedTheirMind(before: Decided, now: Decided): Id[] {
  const all = ({ turns, turn }: Decided) => [...turns, ...(turn ? [turn] : [])];
  const was = new Map(all(before).map(({ id, commitment }) => [id, commitment && saying(commitment)]));
  return all(now).flatMap(({ id, repId, commitment }) => {
    const said = was.get(id);
    return said !== undefined && commitment && saying(commitment) !== said ? [repId] : [];
  });
}

/** Says that somebody has changed what they committed to since this view of the room; the first time is said with what the room is doing. */
export function useChangesOfMind(since: RoomView): void {
  const connection = useConnection();
  const now = useBuilt(inputs, decidedOf);
  const before = useRef(decidedOf(since));
  const announce = useAnnounce();
  useEffect(() => {
    const was = before.current;
    before.current = now;
    if (!was || !now) return;
    const { view } = connection;
    // Whoever changed their own hears that the room has it.
    for (const repId of changedTheirMind(was, now).filter((id) => id !== meOf(view)))
      announce(`${nameOf(view, repId)} has changed the commitment.`);
  }, [now, connection, announce]);
}
