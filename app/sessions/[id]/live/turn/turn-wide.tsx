'use client';

import type { Scenario } from '@/domain/session/state';
import { useRoom } from '../connection/use-room';
import { LeftColumn } from '../queue/left-column';
import { isHost, turnOf } from '../select';
import { RightColumn } from '../stream/right-column';
import { CommitmentMade } from './commitment-made';
import { DealFacts, DealHead } from './deal';
import { Evidence } from './evidence';
import { HostControls } from './host-controls';
import { LadderPart } from './ladder-part';
import { TurnHead } from './turn-head';
import { WhyBeside } from '../why/why-beside';

interface TurnProps {
  scenario: Scenario;
  /** Puts the revealed ladder on the whole stage. */
  onStage: () => void;
}

/**
 * The three columns of a turn. They stand in the order in which one goes through them by keyboard:
 * clock, deal, ladder, stream, composer, controls, queue.
 */
export function TurnWide({ scenario, onStage }: TurnProps) {
  const host = useRoom(isHost);
  const clarify = useRoom((view) => turnOf(view)?.phase === 'clarify');
  return (
    <div className="room-grid grid-rows-[minmax(0,1fr)_auto]">
      <section className="room-mid col-start-2 row-start-1 overflow-hidden" aria-label="Hot seat">
        <TurnHead />
        <div className="room-deal">
          <div tabIndex={0} role="group" aria-label="The deal">
            <CommitmentMade />
            <DealHead scenario={scenario} heading="h1" />
            <DealFacts scenario={scenario}>
              <Evidence scenario={scenario} />
              <WhyBeside />
            </DealFacts>
          </div>
          <div tabIndex={0} role="group" aria-label="The ladder">
            <LadderPart scenario={scenario} onStage={onStage} />
          </div>
        </div>
      </section>
      <aside className="room-right col-start-3 row-span-2 row-start-1" aria-label={clarify ? 'Questions' : 'Coaching'}>
        <RightColumn />
      </aside>
      {host && (
        <div className="col-start-2 row-start-2 min-w-0 px-8">
          <HostControls />
        </div>
      )}
      <aside className="room-left col-start-1 row-span-2 row-start-1" aria-label="Queue">
        <LeftColumn />
      </aside>
    </div>
  );
}
