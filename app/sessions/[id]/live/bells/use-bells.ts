'use client';

import { useRef } from 'react';
import { useAnnounce } from '@/ui/announcer';
import { useTicks } from '@/ui/use-ticks';
import { useRoom } from '../connection/use-room';
import { turnOf } from '../select';
import { PHASE_NAMES } from '../turn/phases';
import { useTimer } from '../turn/use-timer';
import { Bells } from './bells';
import { player } from './player';
import { useSound } from './sound';

/** One minute left and time over, said and heard, whatever is on the screen. */
export function useBells(): void {
  const timer = useTimer();
  const phase = useRoom((view) => turnOf(view)?.phase);
  const [sound] = useSound();
  const announce = useAnnounce();
  const bells = useRef<Bells | null>(null);
  useTicks(timer, (left) => {
    bells.current ??= new Bells();
    if (timer.endsAt === undefined || !phase) return;
    for (const bell of bells.current.hear(timer.endsAt, left)) {
      announce(bell === 'minute' ? 'One minute left.' : `${PHASE_NAMES[phase]} is over. The clock counts on.`);
      if (sound.on) void player.ready()?.chime(bell, sound.volume);
    }
  });
}
