'use client';

import { lowestOpenRung } from '@/domain/ladder';
import { RUNGS } from '@/domain/vocabulary';
import type { Scenario } from '@/domain/session/state';
import { LiveVoice } from '@/ui/live-voice';
import { HostsOnly } from '@/ui/words';
import { useRoom } from '../connection/use-room';
import { onSeat, readsHosts, turnOf } from '../select';

/** What the rep saw or heard at the lowest open rung: for hosts and that rep before the reveal, for all after it. */
export function Evidence({ scenario }: { scenario: Scenario }) {
  const reveal = useRoom((view) => turnOf(view)?.reveal);
  const asHost = useRoom(readsHosts);
  const own = useRoom(onSeat);
  if (reveal) {
    const at = (reveal.lowestOpenRung ?? 0) - 1;
    const words = reveal.evidence[at];
    return words ? (
      <dl className="deal-words mt-3">
        <dt>
          Evidence at rung {at + 1}, {(RUNGS[at] ?? '').replace(/\.$/, '').toLowerCase()}
        </dt>
        <LiveVoice as="dd">{words}</LiveVoice>
      </dl>
    ) : null;
  }
  const { ladder } = scenario;
  if (!ladder || !(asHost || own)) return null;
  const open = lowestOpenRung(
    ladder.map(({ answer }) => answer),
    null,
  );
  const shown = ladder.flatMap(({ evidence }, at) =>
    evidence && (asHost ? at + 1 === open : true) ? [{ at, evidence }] : [],
  );
  if (shown.length === 0) return null;
  return (
    <div className="only-note">
      {shown.map(({ at, evidence }) => (
        <div key={at} className="mt-1">
          <HostsOnly>
            {asHost ? 'Hosts only' : 'You and the hosts'}: evidence at rung {at + 1}
          </HostsOnly>
          <LiveVoice className="mt-[2px] text-[1.0625rem] leading-[1.4]">{evidence}</LiveVoice>
        </div>
      ))}
    </div>
  );
}
