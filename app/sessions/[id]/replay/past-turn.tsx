'use client';

import { Eye } from 'lucide-react';
import { Icon } from '@/ui/icon';
import { useRoom } from '../live/connection/use-room';
import { scenarioOf, turnOf } from '../live/select';
import { CommitmentMade } from '../live/turn/commitment-made';
import { DealFacts, DealHead } from '../live/turn/deal';
import { Evidence } from '../live/turn/evidence';
import { LadderPart } from '../live/turn/ladder-part';
import { BackChannelThen } from './back-channel-then';
import { PastHead } from './past-head';
import { PastStream } from './past-stream';
import { useTold } from './use-told';

/** A turn as it stood: the clock, the deal, as much of the ladder as one could see, and what had been said. */
export function PastTurn() {
  const scenario = useTold(useRoom((view) => scenarioOf(view, turnOf(view)?.scenarioId)));
  return (
    <>
      <section className="room-mid" aria-label="The room, then" tabIndex={0}>
        <PastHead />
        {scenario && (
          <div className="past-deal">
            <div>
              <CommitmentMade />
              <DealHead scenario={scenario} heading="h2" />
              <DealFacts scenario={scenario}>
                <Evidence scenario={scenario} />
              </DealFacts>
              <p className="meta row top mt-5 gap-2">
                <Icon as={Eye} />
                <span>You see what you could see then. A read that was hidden at this moment stays hidden in it.</span>
              </p>
              <BackChannelThen />
            </div>
            <LadderPart scenario={scenario} rungHeight={66} />
          </div>
        )}
      </section>
      <aside className="room-right" aria-label="Coaching">
        <PastStream />
      </aside>
    </>
  );
}
