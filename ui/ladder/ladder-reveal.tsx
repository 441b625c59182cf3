'use client';

import { useEffect, useState } from 'react';
import type { Answer } from '@/domain/vocabulary';
import type { RungTotals } from '@/domain/ladder';
import { Ladder, type LadderProps } from './ladder';

// The rep's beams, a breath, five rungs, the frame: as the style sheet times them.
const REVEAL_MS = 600 + 5 * 420 + 260;

interface LadderRevealProps extends Omit<LadderProps, 'view' | 'revealing'> {
  read: readonly Answer[] | null;
  room: readonly RungTotals[];
}

/** The reveal, played once when it appears. Any key finishes it; with reduced motion all is there at once. */
export function LadderReveal({ read, room, size = 'full', ...rest }: LadderRevealProps) {
  const [playing, setPlaying] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);

  useEffect(() => {
    if (!playing) return;
    const finish = () => setPlaying(false);
    const onKey = (event: KeyboardEvent) => {
      finish();
      // The key has done its work: it starts no phase and hides no ladder.
      const acts = event.key.length === 1 || event.key === 'Escape';
      if (acts && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    };
    const timer = setTimeout(finish, REVEAL_MS);
    addEventListener('keydown', onKey, true);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', onKey, true);
    };
  }, [playing]);

  return <Ladder {...rest} size={size} view={{ mode: 'two', read, room }} revealing={playing} />;
}
