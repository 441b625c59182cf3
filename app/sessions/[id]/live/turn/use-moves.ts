'use client';

import { useRoom } from '../connection/use-room';
import { turnOf } from '../select';
import { useDoing, useHeld, useSend } from '../use-session';
import { phaseAfter, phaseBefore } from './phases';

const EXTENSION_SECONDS = 60;

/** What a host does to the open turn; every move names the turn and the phase that it was meant for. */
export function useMoves() {
  const turnId = useRoom((view) => turnOf(view)?.id) ?? '';
  const scenarioId = useRoom((view) => turnOf(view)?.scenarioId) ?? '';
  const phase = useRoom((view) => turnOf(view)?.phase ?? 'present');
  const running = useRoom((view) => turnOf(view)?.endsAt !== undefined);
  const committed = useRoom((view) => turnOf(view)?.commitment !== undefined);
  const held = useHeld();
  const moving = useDoing('turn.phase');
  const send = useSend();
  const next = phaseAfter(phase);
  const back = phaseBefore(phase);
  const to = (wanted: typeof next) => {
    if (wanted && !moving) void send('turn.phase', { phase: wanted, from: phase, turnId });
  };
  const end = () => void send('turn.end', { turnId });
  return {
    phase,
    next,
    back,
    running,
    held,
    moving,
    toNext: () => to(next),
    toBack: () => to(back),
    pause: () => void send(running ? 'turn.pause' : 'turn.resume', { turnId }),
    extend: () => void send('turn.extend', { seconds: EXTENSION_SECONDS, turnId }),
    end,
    /** The next phase; after the last one the end, which `ask`s first where nothing is decided. */
    onward: (ask: () => void) => (next ? to(next) : committed ? end() : ask()),
    defer: () => void send('scenario.defer', { scenarioId }),
  };
}
