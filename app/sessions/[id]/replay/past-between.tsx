'use client';

import { useRoom } from '../live/connection/use-room';
import { scenarioOf } from '../live/select';
import { DealFacts, DealHead } from '../live/turn/deal';
import { useName, useSession } from '../live/use-session';
import { BackChannelThen } from './back-channel-then';
import { useTold } from './use-told';

/** Between two turns: who was next. */
export function PastBetween() {
  const scenario = useTold(useRoom((view) => scenarioOf(view, view.state?.queue[0])));
  const name = useName(scenario?.repId ?? '');
  const heard = useSession((state) => state.turns.length);
  return (
    <section className="room-mid" aria-label="The room, then" tabIndex={0}>
      {scenario ? (
        <div className="max-w-[680px]">
          <p className="meta text-3">Next on the hot seat</p>
          <h2 className="mt-1 mb-5 text-7">{name}</h2>
          <DealHead scenario={scenario} heading="h2" />
          <DealFacts scenario={scenario} />
        </div>
      ) : (
        <h2>{heard > 0 ? 'Everyone had been heard' : 'Nobody had brought a deal yet'}</h2>
      )}
      <BackChannelThen />
    </section>
  );
}
