'use client';

import { useEffect, useRef } from 'react';
import { useAnnounce } from '@/ui/announcer';
import { momentWords } from './moment-words';
import { useNames } from './use-names';
import { usePlayed, usePlayer } from './use-player';
import { useTimeWords } from './use-time-words';

/** So long a finger or a key rests before the moment is said: on the way through many, only the last one is. */
const REST_MS = 400;

/** Says each moment politely as the replay comes to it. */
export function useMomentsSaid(): void {
  const player = usePlayer();
  const announce = useAnnounce();
  const words = useTimeWords();
  const names = useNames();
  const current = usePlayed((now) => (now.ready ? now.moment : undefined));
  const said = useRef(current);
  useEffect(() => {
    if (current === undefined || said.current === current) return;
    // The one that it opens at is there to be read.
    if (said.current === undefined) {
      said.current = current;
      return;
    }
    const timer = setTimeout(() => {
      said.current = current;
      const moment = player.outline.moments[current];
      if (moment) announce(`${words.minute(moment.at)}, ${momentWords(moment, names)}.`);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [current, player, announce, words, names]);
}
