'use client';

import { useState } from 'react';
import { useRoom } from '../connection/use-room';
import { turnOf } from '../select';

interface Stage {
  open: boolean;
  /** The reveal has just come: it is played. */
  fresh: boolean;
  toggle: () => void;
  close: () => void;
}

/** The ladder on the whole stage: opens for everyone at the reveal, closes when the room moves on, and at will. */
export function useStage(): Stage {
  const turnId = useRoom((view) => turnOf(view)?.id);
  const phase = useRoom((view) => turnOf(view)?.phase);
  const revealed = useRoom((view) => turnOf(view)?.reveal !== undefined);
  const now = { turnId, phase, revealed };
  const [was, setWas] = useState({ ...now, open: false, fresh: false });
  if (was.turnId !== turnId || was.phase !== phase || was.revealed !== revealed) {
    const comes = revealed && !was.revealed && was.turnId === turnId;
    setWas({ ...now, open: comes, fresh: comes });
  }
  return {
    open: was.open && revealed,
    fresh: was.fresh,
    toggle: () => setWas({ ...was, open: !was.open, fresh: false }),
    close: () => setWas({ ...was, open: false, fresh: false }),
  };
}
