'use client';

import { useMemo } from 'react';
import { Pause } from 'lucide-react';
import { PHASES } from '@/domain/vocabulary';
import { ClockPanel } from '@/ui/clock';
import { Icon } from '@/ui/icon';
import { Stone } from '@/ui/stone';
import { useStanding } from '../bells/use-standing';
import { useRoom } from '../connection/use-room';
import { firstNameOf, onSeat, seatOf, turnOf } from '../select';
import { useSession } from '../use-session';
import { PHASE_NAMES, phaseAsks, phaseBrief } from './phases';
import { useTimer } from './use-timer';

/** The clock, the phase and what it asks, and the stone. A contribution draws none of it again. */
export function TurnHead({ brief }: { brief?: boolean }) {
  const phase = useRoom((view) => turnOf(view)?.phase ?? 'present');
  const rep = useRoom((view) => firstNameOf(view, seatOf(view) ?? ''));
  const seated = useRoom(onSeat);
  const away = useRoom((view) => view.link !== 'here');
  const seconds = useSession((state) => state.settings.phaseSeconds);
  const timer = useTimer();
  const phases = useMemo(() => PHASES.map((one) => ({ name: PHASE_NAMES[one], ms: seconds[one] * 1000 })), [seconds]);
  const at = PHASES.indexOf(phase);
  const standing = useStanding(timer);
  const over = timer.running && standing === 'over';
  const asks = brief ? phaseBrief(phase, rep, seated) : phaseAsks(phase, rep, seated);
  const nth = `Phase ${at + 1} of 4`;
  const detail = () => {
    if (!timer.running) return brief ? `In ${PHASE_NAMES[phase]}` : 'Reading and writing go on.';
    if (over) return brief ? 'Time is over.' : 'Time is over. Finish the sentence.';
    if (away && !brief) return `${nth}, as the room last told this device.`;
    if (standing === 'last') return 'The last minute.';
    return seated || brief ? asks : `${nth}. ${asks}`;
  };
  const title = !timer.running ? (
    <span className="row gap-2">
      <Icon as={Pause} />
      {brief ? 'Paused' : `Paused in ${PHASE_NAMES[phase]}`}
    </span>
  ) : over && !brief ? (
    `${PHASE_NAMES[phase]} is over`
  ) : (
    PHASE_NAMES[phase]
  );
  return (
    <>
      <ClockPanel
        {...timer}
        title={title}
        detail={detail()}
        now={timer.running && !over}
        className={brief ? 'gap-[14px] max-md:pr-[104px]' : 'mb-[22px]'}
      />
      <Stone phases={phases} current={at} {...timer} className={brief ? 'mt-3' : ''} />
    </>
  );
}
