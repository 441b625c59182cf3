'use client';

import { useEffect, useRef } from 'react';
import { useToast } from '@/ui/announcer';
import type { Word } from '../connection/outbox';
import type { RoomView } from '../connection/room-view';
import { useConnection, useRoom } from '../connection/use-room';
import { namedWords } from './waiting-words';

/** The words of others in this session, as far as this device knows. */
function othersWords(view: RoomView): number {
  const { state, you } = view;
  const open = state?.turn?.contributions.filter(({ by }) => by !== you?.id).length ?? 0;
  return open + (state?.turns.reduce((sum, turn) => sum + turn.contributions, 0) ?? 0);
}

/** Whether words wait for the room. */
export function isWaiting({ stands }: Word): boolean {
  return stands === 'waiting';
}

/** Once the connection is back and what waited is answered: says what went out, and how many words of others were missed. */
export function useBackAgain(): void {
  const link = useRoom((view) => view.link);
  const words = useRoom((view) => view.words);
  // Read when it is asked for: a strip that is drawn again with each word would keep the stream waiting.
  const connection = useConnection();
  const before = useRef<{ waiting: readonly Word[]; others: number } | null>(null);
  const toast = useToast();

  useEffect(() => {
    const waiting = words.filter(isWaiting);
    const others = othersWords(connection.view);
    if (link === 'away') before.current = { waiting, others: before.current?.others ?? others };
    if (link !== 'here' || waiting.length > 0 || !before.current) return;
    const refused = new Set(words.filter(({ stands }) => stands === 'refused').map(({ id }) => id));
    const sent = namedWords(before.current.waiting.filter(({ id }) => !refused.has(id)));
    const kept = namedWords(before.current.waiting.filter(({ id }) => refused.has(id)));
    const missed = others - before.current.others;
    before.current = null;
    const parts = [sent && `${sent} sent`, kept && `${kept} not taken, and kept`, missed > 0 && `you missed ${missed}`];
    const says = parts.filter(Boolean).join('; ');
    toast({
      tone: 'ok',
      text: `Back in the room.${says ? ` ${says.slice(0, 1).toUpperCase()}${says.slice(1)}.` : ''}`,
    });
  }, [link, words, connection, toast]);
}
