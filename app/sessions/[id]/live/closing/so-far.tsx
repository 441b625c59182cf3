'use client';

import { countedInFigures } from '@/domain/number-words';
import { wasPutOff } from '@/domain/session/fold-queue';
import { saidIn } from '@/domain/session/said';
import type { SessionState } from '@/domain/session/state';
import { Link } from '@/ui/link';
import { useMeeting } from '../meeting';
import { useSession } from '../use-session';

/** What the session has held so far, and where it is kept. */
export function SoFar() {
  const { sessionId, guest } = useMeeting();
  const text = useSession(soFarText);
  return (
    <div className="room-foot mt-auto">
      <h2 className="text-2 tracking-normal">So far</h2>
      <p className="meta num mt-1">
        {text}{' '}
        {!guest && (
          <>
            <Link href={`/sessions/${sessionId}/recap`}>The recap</Link> is written as you go, and final once a host
            ends the session.
          </>
        )}
      </p>
    </div>
  );
}

function soFarText(state: SessionState): string {
  const seats = state.turns.filter((turn) => !wasPutOff(state, turn)).length;
  const { contributions, helpful } = saidIn(state);
  const said = countedInFigures(contributions, 'contribution');
  return `${countedInFigures(seats, 'deal')} on the hot seat, ${said}, ${helpful} marked helpful.`;
}
