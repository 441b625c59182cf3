'use client';

import { useEffect, useRef, useState } from 'react';
import type { Answer } from '@/domain/vocabulary';
import type { RungTotals } from '@/domain/ladder';
import { useAnnounce } from '../announcer';
import { Ladder, type LadderProps } from './ladder';
import { revealSentences } from './text';

// The rep's beams, a breath, five rungs, the frame: as the style sheet times them.
const REVEAL_MS = 600 + 5 * 420 + 260;

interface LadderRevealProps extends Omit<LadderProps, 'view' | 'revealing'> {
  read: readonly Answer[] | null;
  room: readonly RungTotals[];
  /** The rep's first name, for what is said aloud. */
  rep: string;
  /** Called when the last frame stands, or when a key cut it short. */
  onDone?: () => void;
}

/** The reveal, played once when it appears. Any key finishes it; with reduced motion all is there at once. */
export function LadderReveal({ read, room, rep, onDone, size = 'full', ...rest }: LadderRevealProps) {
  const [playing, setPlaying] = useState(true);
  const announce = useAnnounce();
  const latest = useRef({ onDone, announce });
  useEffect(() => {
    latest.current = { onDone, announce };
  });

  useEffect(() => {
    if (!playing) {
      latest.current.onDone?.();
      return;
    }
    const finish = () => setPlaying(false);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timer = setTimeout(finish, still ? 0 : REVEAL_MS);
    addEventListener('keydown', finish);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', finish);
    };
  }, [playing]);

  const sentences = revealSentences(read, room, rep, rest.open ?? null).join('\n');
  useEffect(() => {
    for (const sentence of sentences.split('\n')) latest.current.announce(sentence);
  }, [sentences]);

  return <Ladder {...rest} size={size} view={{ mode: 'two', read, room }} revealing={playing} />;
}
