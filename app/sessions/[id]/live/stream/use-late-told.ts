'use client';

import { useEffect, useRef } from 'react';
import { useAnnounce } from '@/ui/announcer';
import type { Word } from '../connection/outbox';
import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';

/** Whether late words that were on their way are not any more, and the room has taken them. */
export function tookLate(before: readonly Word[], now: readonly Word[]): boolean {
  const left = new Set(now.map(({ id }) => id));
  return before.some(
    (word) => word.type === 'contribution.add' && word.data.late && word.stands !== 'refused' && !left.has(word.id),
  );
}

/** Says to their writer that the room has words that went out late, wherever they will stand. */
export function useLateTold(since: RoomView): void {
  const words = useRoom((view) => view.words);
  const before = useRef(since.words);
  const announce = useAnnounce();
  useEffect(() => {
    if (tookLate(before.current, words)) announce('Sent, late.');
    before.current = words;
  }, [words, announce]);
}
