'use client';

import type { ReactNode } from 'react';
import { DecisionTag } from '@/ui/outcomes';
import { StillToCommit } from '../commit/still-to-commit';
import { useRoom } from '../connection/use-room';
import { ToClosing } from '../queue/closing-round';
import { LeftColumn } from '../queue/left-column';
import { SeatIt } from '../queue/seat-it';
import { WithRollCall } from '../roll-call/roll-call-again';
import { KeptWords } from '../stream/kept-words';
import { isHost, meOf, nextUp } from '../select';
import { useName, useSession } from '../use-session';
import { DealFacts, DealHead } from '../turn/deal';

/** Between two turns: what was just decided, and who is next. */
export function Between() {
  return <WithRollCall>{(wayBack) => <Queued wayBack={wayBack} />}</WithRollCall>;
}

function Queued({ wayBack }: { wayBack: ReactNode }) {
  return (
    <div className="room-grid two-columns overflow-y-auto xl:overflow-hidden">
      <section
        className="room-mid flex-none overflow-visible xl:col-start-2 xl:row-start-1 xl:overflow-y-auto"
        aria-label="Between turns"
      >
        <StillToCommit />
        <JustDecided />
        <Next />
        {wayBack}
        <KeptWords className="mt-6 max-w-[680px]" />
      </section>
      <aside
        className="room-left flex-none overflow-visible xl:col-start-1 xl:row-start-1 xl:overflow-y-auto"
        aria-label="Queue"
      >
        <LeftColumn />
      </aside>
    </div>
  );
}

function JustDecided() {
  const last = useSession((state) => state.turns.at(-1));
  const name = useName(last?.repId ?? '');
  if (!last?.commitment) return null;
  return (
    <p className="row wrap mb-6 border-b border-rule pb-4">
      <span>
        <b>{name}</b> decided:
      </span>
      <DecisionTag decision={last.commitment.decision} />
    </p>
  );
}

function Next() {
  const scenario = useRoom(nextUp);
  const host = useRoom(isHost);
  const own = useRoom((view) => meOf(view) === scenario?.repId);
  const name = useName(scenario?.repId ?? '');
  const heard = useSession((state) => state.turns.length > 0);
  if (!scenario) {
    return (
      <div className="py-8">
        <h1>{heard ? 'Everyone has been heard' : 'Nobody has brought a deal yet'}</h1>
        <p className="voice soft mt-3 text-5">{whatNext(heard, host)}</p>
        {host && (
          <div className="mt-6">
            <ToClosing now />
          </div>
        )}
      </div>
    );
  }
  return (
    <div className="max-w-[680px] py-2">
      <p className="font-[650] text-ember">Next on the hot seat</p>
      <h1 className="mt-2 mb-1">{own ? 'You are next' : name}</h1>
      {host && (
        <div className="my-5">
          <SeatIt scenario={scenario} now>
            Seat {own ? 'yourself' : name}
          </SeatIt>
        </div>
      )}
      <div className="mt-5 border-t border-rule pt-5">
        <DealHead scenario={scenario} heading="h2" />
        <DealFacts scenario={scenario} />
      </div>
    </div>
  );
}

function whatNext(heard: boolean, host: boolean): string {
  if (!heard) return 'Someone goes first.';
  return host ? 'Nobody is waiting. Open the floor, or end the session.' : 'The hosts open the floor next.';
}
