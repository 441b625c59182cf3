'use client';

import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { ReplayFacts } from '@/db/replay';
import { keptOnDevice } from '../live/connection/kept';
import { perFrame, type Subscribe } from '../live/connection/per-frame';
import { RoomContext, type Room } from '../live/connection/use-room';
import { fetchLog } from './fetch-log';
import type { PastViewer } from './past-room';
import { Player, type NextFrame } from './player';

interface Replayed {
  player: Player;
  subscribe: Subscribe;
}

const PlayerContext = createContext<Replayed | null>(null);

const nextFrame: NextFrame = (run) => {
  const frame = requestAnimationFrame(run);
  return () => cancelAnimationFrame(frame);
};

interface PlayerProviderProps {
  sessionId: string;
  facts: ReplayFacts;
  userId: string;
  /** Nobody in particular for the room's view. */
  viewer: PastViewer | undefined;
  /** Where it opens, in ms since the epoch. */
  at: number;
  onFail: () => void;
  children: ReactNode;
}

/** Fetches the log for one audience, and hands the player, and the room of its moment, to everything inside. */
export function PlayerProvider({ sessionId, facts, userId, viewer, at, onFail, children }: PlayerProviderProps) {
  const [{ replayed, room }] = useState(() => {
    const player = new Player({ facts, viewer, at, nextFrame });
    const subscribe = perFrame((changed) => player.subscribe(changed));
    const past: Room = { connection: player.link, subscribe, kept: keptOnDevice(userId, sessionId) };
    return { replayed: { player, subscribe }, room: past };
  });
  const asRoom = viewer === undefined;
  useEffect(() => {
    const { player } = replayed;
    const fetching = new AbortController();
    fetchLog({ sessionId, asRoom, since: player.loaded, head: facts.head, signal: fetching.signal }, (events) =>
      player.add(events),
    ).catch(() => {
      if (!fetching.signal.aborted) onFail();
    });
    return () => {
      fetching.abort();
      player.pause();
    };
  }, [replayed, sessionId, asRoom, facts.head, onFail]);
  return (
    <PlayerContext value={replayed}>
      <RoomContext value={room}>{children}</RoomContext>
    </PlayerContext>
  );
}

/** The player itself: to seek, to play, to listen to every change. */
export function usePlayer(): Player {
  return useReplayed().player;
}

/** One part of what the player knows; `select` picks, and gives the same for the same. */
export function usePlayed<T>(select: (player: Player) => T): T {
  const { player, subscribe } = useReplayed();
  return useSyncExternalStore(
    subscribe,
    () => select(player),
    () => select(player),
  );
}

function useReplayed(): Replayed {
  const replayed = use(PlayerContext);
  if (!replayed) throw new Error('This is drawn inside a PlayerProvider.');
  return replayed;
}
