'use client';

import { useMemo } from 'react';
import { PHASES } from '@/domain/vocabulary';
import { ClockPanel } from '@/ui/clock';
import { Stone } from '@/ui/stone';
import { useRoom } from '../live/connection/use-room';
import { turnOf } from '../live/select';
import { PHASE_NAMES } from '../live/turn/phases';
import { useSession } from '../live/use-session';
import { usePlayed } from './use-player';
import type { Player } from './player';

/** The clock of then, whole seconds of what was left; it stands, for nothing here is now. */
function leftThen(player: Player): number {
  const turn = turnOf(player.view);
  if (!turn) return 0;
  const left = turn.endsAt === undefined ? (turn.leftMs ?? 0) : Date.parse(turn.endsAt) - player.at;
  return Math.ceil(left / 1000) * 1000;
}

/** The clock and the stone, as they stood. */
export function PastHead() {
  const phase = useRoom((view) => turnOf(view)?.phase ?? 'present');
  const paused = useRoom((view) => turnOf(view) !== undefined && turnOf(view)?.endsAt === undefined);
  const seconds = useSession((state) => state.settings.phaseSeconds);
  const leftMs = usePlayed(leftThen);
  const timer = useMemo(() => ({ leftMs, offsetMs: 0, running: false }), [leftMs]);
  const phases = useMemo(() => PHASES.map((one) => ({ name: PHASE_NAMES[one], ms: seconds[one] * 1000 })), [seconds]);
  const at = PHASES.indexOf(phase);
  return (
    <div>
      <ClockPanel
        {...timer}
        title={PHASE_NAMES[phase]}
        detail={paused ? 'Paused, then.' : `Phase ${at + 1} of 4, as it stood then.`}
        now={false}
        className="mb-[18px]"
      />
      <Stone phases={phases} current={at} past {...timer} />
    </div>
  );
}
