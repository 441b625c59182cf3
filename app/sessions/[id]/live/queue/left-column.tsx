'use client';

import { useRoom } from '../connection/use-room';
import { ListeningIn } from '../observer/listening-in';
import { isHost, isObserver, readsHosts } from '../select';
import { BackChannel } from './back-channel';
import { ClosingRound, SealedQuestions } from './closing-round';
import { Queue } from './queue';
import { Seated } from './seated';

/** The left column: who waits and who sat; for hosts, always in view, their back channel and what is sealed. */
export function LeftColumn() {
  const observes = useRoom(isObserver);
  const host = useRoom(isHost);
  const reads = useRoom(readsHosts);
  return (
    <>
      <div
        className="left-scroll xl:min-h-0 xl:flex-1 xl:overflow-y-auto"
        tabIndex={0}
        role="group"
        aria-label="Who waits, and who sat"
      >
        {observes && <ListeningIn />}
        <Queue />
        <Seated />
      </div>
      {/* However much of it there is, the queue has more than half of the column. */}
      <div className="left-scroll flex flex-none flex-col pt-2 xl:-mb-2 xl:max-h-[44%] xl:overflow-y-auto">
        {reads && (
          <>
            <SealedQuestions />
            <div className="left-scroll xl:min-h-[96px] xl:overflow-y-auto">
              <BackChannel />
            </div>
          </>
        )}
        {host && <ClosingRound />}
      </div>
    </>
  );
}
