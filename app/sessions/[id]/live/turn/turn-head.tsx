'use client';

import { useMemo, useState } from 'react';
import { Pause } from 'lucide-react';
import { PHASES } from '@/domain/vocabulary';
import { useAnnounce } from '@/ui/announcer';
import { ClockPanel } from '@/ui/clock';
import { Icon } from '@/ui/icon';
import { Stone } from '@/ui/stone';
import { leftNow } from '@/ui/use-ticks';
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
  const announce = useAnnounce();
  const phases = useMemo(() => PHASES.map((one) => ({ name: PHASE_NAMES[one], ms: seconds[one] * 1000 })), [seconds]);
  const at = PHASES.indexOf(phase);
  const over = useOver(timer);
  const asks = brief ? phaseBrief(phase, rep, seated) : phaseAsks(phase, rep, seated);
  const nth = brief ? '' : `Phase ${at + 1} of 4`;
  const detail = !timer.running
    ? brief
      ? `In ${PHASE_NAMES[phase]}`
      : 'Reading and writing go on.'
    : over.is
      ? 'Time is over. Finish the sentence.'
      : away && !brief
        ? `${nth}, as the room last told this device.`
        : seated || brief
          ? asks
          : `${nth}. ${asks}`;
  const title = !timer.running ? (
    <span className="row gap-2">
      <Icon as={Pause} />
      {brief ? 'Paused' : `Paused in ${PHASE_NAMES[phase]}`}
    </span>
  ) : over.is ? (
    `${PHASE_NAMES[phase]} is over`
  ) : (
    PHASE_NAMES[phase]
  );
  return (
    <>
      <ClockPanel
        {...timer}
        title={title}
        detail={detail}
        now={timer.running && !over.is}
        className={brief ? 'gap-[14px]' : 'mb-[22px]'}
        onMinuteLeft={() => announce('One minute left.')}
        onOver={() => {
          over.set();
          announce(`${PHASE_NAMES[phase]} is over. The clock counts on.`);
        }}
      />
      <Stone phases={phases} current={at} {...timer} className={brief ? 'mt-3' : ''} />
    </>
  );
}

/** Whether time is over; a new end makes it false again. */
function useOver(timer: ReturnType<typeof useTimer>): { is: boolean; set: () => void } {
  const key = timer.endsAt;
  const [past, setPast] = useState<{ end: number | undefined; over: boolean }>(() => ({
    end: key,
    over: leftNow(timer) <= 0,
  }));
  if (past.end !== key) setPast({ end: key, over: leftNow(timer) <= 0 });
  return { is: timer.running && past.end === key && past.over, set: () => setPast({ end: key, over: true }) };
}
