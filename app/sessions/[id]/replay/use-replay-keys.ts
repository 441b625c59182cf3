'use client';

import { useEffect } from 'react';
import { shortcutsOn } from '../live/bar/shortcuts-switch';
import { STEP_MS, type Player } from './player';
import { usePlayer } from './use-player';

const WRITES = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true]';
const CONTROLS = 'button, a[href], input, select, textarea, summary';
/** What moves by arrows itself. */
const MOVES = 'input[type=radio], select, textarea, [role=menu]';

/** `J` and `K` jump, the arrows move ten seconds, `Space` plays. Letters can be switched off, as in the room. */
export function useReplayKeys(): void {
  const player = usePlayer();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || target.closest(WRITES)) return;
      if (act(player, event, target)) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [player]);
}

function act(player: Player, { key, repeat }: KeyboardEvent, target: Element): boolean {
  switch (key) {
    case 'j':
    case 'k':
      if (!shortcutsOn()) return false;
      player.jump(key === 'j' ? 1 : -1);
      return true;
    case 'ArrowLeft':
    case 'ArrowRight':
      if (target.closest(MOVES)) return false;
      player.step(key === 'ArrowRight' ? STEP_MS : -STEP_MS);
      return true;
    case ' ':
      if (repeat || target.closest(CONTROLS)) return false;
      if (player.playing) player.pause();
      else player.play();
      return true;
    default:
      return false;
  }
}
