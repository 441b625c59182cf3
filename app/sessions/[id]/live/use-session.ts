'use client';

import { useCallback, useState } from 'react';
import type { Refusal } from '@/domain/errors';
import type { CommandType } from '@/domain/permissions';
import type { CommandData } from '@/domain/protocol';
import type { Id, SessionState } from '@/domain/session/state';
import { useToast } from '@/ui/announcer';
import type { RoomClock } from './connection/room-clock';
import type { RoomView } from './connection/room-view';
import { useConnection, useRoom } from './connection/use-room';
import { nameOf, sessionOf } from './select';

/** One part of the session; `select` picks and never builds. */
export function useSession<T>(select: (state: SessionState) => T): T {
  return useRoom((view) => select(sessionOf(view)));
}

/**
 * Something built from the view, and built again only when one of its inputs is another: both functions stand outside
 * of the component and close over nothing.
 */
export function useBuilt<T>(inputs: (view: RoomView) => readonly unknown[], build: (view: RoomView) => T): T {
  const [read] = useState(() => remembered(inputs, build));
  return useRoom(read);
}

function remembered<T>(inputs: (view: RoomView) => readonly unknown[], build: (view: RoomView) => T) {
  let last: { inputs: readonly unknown[]; built: T } | undefined;
  return (view: RoomView): T => {
    const now = inputs(view);
    if (!last || now.some((input, at) => input !== last?.inputs[at])) last = { inputs: now, built: build(view) };
    return last.built;
  };
}

/** A person's name, as it stands now. */
export function useName(id: Id): string {
  return useRoom((view) => nameOf(view, id));
}

/** Why controls are held back: the room is away. */
export function heldBy(view: RoomView): string | undefined {
  return view.link === 'here' ? undefined : 'The room is not reachable. This works again once you are back.';
}

export function useHeld(): string | undefined {
  return useRoom(heldBy);
}

/** Whether a control of this kind is on its way. */
export function useDoing(command: CommandType): boolean {
  return useRoom((view) => view.doing.has(command));
}

/** Sends a control; a refusal is shown as a notice, and given back. */
export function useSend(): <T extends CommandType>(type: T, data: CommandData<T>) => Promise<Refusal | undefined> {
  const connection = useConnection();
  const toast = useToast();
  return useCallback(
    async (type, data) => {
      const ack = await connection.send(type, data);
      if (ack.ok) return undefined;
      toast({ text: ack.error.message, tone: 'fault' });
      return ack.error;
    },
    [connection, toast],
  );
}

const STEADY_MS = 150;

/** Server clock minus device clock, in ms; another number only when it really moved. */
export function useServerOffset(): number {
  const connection = useConnection();
  const [read] = useState(() => steadyOffset(connection.clock));
  return useRoom(read);
}

function steadyOffset(clock: Pick<RoomClock, 'now'>): () => number {
  let steady: number | undefined;
  return () => {
    const offset = Math.round(clock.now() - Date.now());
    if (steady === undefined || Math.abs(offset - steady) > STEADY_MS) steady = offset;
    return steady;
  };
}
