'use client';

import { useEffect, useRef } from 'react';
import { useToast } from '@/ui/announcer';
import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';

/** The words of others in this session, as far as this device knows. */
function othersWords(view: RoomView): number {
  const { state, you } = view;
  const open = state?.turn?.contributions.filter(({ by }) => by !== you?.id).length ?? 0;
  return open + (state?.turns.reduce((sum, turn) => sum + turn.contributions, 0) ?? 0);
}

/** How many lines wait for the room. */
export function waitingIn(view: RoomView): number {
  return view.words.filter(({ stands }) => stands === 'waiting').length;
}

/** Once the connection is back and what waited is answered: says how many lines went out, and how many were missed. */
export function useBackAgain(): void {
  const link = useRoom((view) => view.link);
  const waiting = useRoom(waitingIn);
  const refused = useRoom((view) => view.words.filter(({ stands }) => stands === 'refused').length);
  const others = useRoom(othersWords);
  const before = useRef<{ waiting: number; refused: number; others: number } | null>(null);
  const toast = useToast();

  useEffect(() => {
    if (link === 'away') before.current = { waiting, refused, others: before.current?.others ?? others };
    if (link !== 'here' || waiting > 0 || !before.current) return;
    const late = refused - before.current.refused;
    const sent = before.current.waiting - late;
    const missed = others - before.current.others;
    before.current = null;
    const parts = [
      sent > 0 && `${sent === 1 ? '1 comment' : `${sent} comments`} sent`,
      late > 0 && `${late} not taken, and kept`,
      missed > 0 && `you missed ${missed}`,
    ].filter(Boolean);
    const words = parts.join('; ');
    toast({
      tone: 'ok',
      text: `Back in the room.${words ? ` ${words.slice(0, 1).toUpperCase()}${words.slice(1)}.` : ''}`,
    });
  }, [link, waiting, refused, others, toast]);
}
