'use client';

import { useState } from 'react';
import type { Phase } from '@/domain/vocabulary';
import { useConnection, useKept, useRoom } from '../connection/use-room';
import { turnOf } from '../select';
import { isWriting } from '../writing';

export interface Stage {
  open: boolean;
  /** The reveal has just come: it is said, and played on the stage. */
  fresh: boolean;
  toggle: () => void;
  close: () => void;
}

/** Who comes back later than this sees the reveal finished. */
const FRESH_MS = 5000;
/** So long a room looks at it at least, whichever phase it was revealed in. */
const LOOKING_MS = 60_000;

/**
 * Whether the room looks at a reveal of `ageMs` ago, in a phase that began `phaseMs` ago: until it moves on to the next
 * phase, or for a minute where that reveal was in Coach, which goes on.
 */
export function roomLooks(phase: Phase | undefined, phaseMs: number, ageMs: number): boolean {
  if (ageMs > phaseMs) return false;
  return phase === 'clarify' || (phase === 'coach' && ageMs < LOOKING_MS);
}

/**
 * The ladder on the whole stage: opens for everyone at the reveal but who is writing, closes when the room moves on, and at will. Who comes
 * while the room looks at it, or loads the page anew, sees it finished; who has hidden it, does not.
 */
export function useStage(): Stage {
  const { clock } = useConnection();
  const kept = useKept();
  const turnId = useRoom((view) => turnOf(view)?.id);
  const phase = useRoom((view) => turnOf(view)?.phase);
  const phaseSince = useRoom((view) => turnOf(view)?.phaseSince);
  const revealedAt = useRoom((view) => turnOf(view)?.reveal?.at);
  const hidden = `stage/${turnId}`;
  const come = (first: boolean) => {
    const age = (at: string | undefined) => (at === undefined ? Infinity : clock.now() - Date.parse(at));
    const ageMs = age(revealedAt);
    const looks = revealedAt !== undefined && roomLooks(phase, age(phaseSince), ageMs) && kept.read(hidden) !== true;
    // Who writes goes on writing: the ladder is revealed beside their words.
    return {
      turnId,
      phase,
      revealedAt,
      open: looks && (first || !isWriting()),
      fresh: looks && !first && ageMs < FRESH_MS,
    };
  };
  const [was, setWas] = useState(() => come(true));
  if (was.turnId !== turnId || was.revealedAt !== revealedAt) setWas(come(was.turnId !== turnId));
  else if (was.phase !== phase) setWas({ ...was, phase, open: false, fresh: false });
  const show = (open: boolean) => {
    if (open) kept.remove(hidden);
    else kept.write(hidden, true);
    setWas((now) => ({ ...now, open, fresh: false }));
  };
  return {
    open: was.open && revealedAt !== undefined,
    fresh: was.fresh,
    toggle: () => show(!was.open),
    close: () => show(false),
  };
}
