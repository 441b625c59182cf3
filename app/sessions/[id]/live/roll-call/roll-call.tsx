'use client';

import { useState } from 'react';
import type { RollCallItem } from '@/domain/session/state';
import { Stage } from '../closing/stage';
import { useRoom } from '../connection/use-room';
import { ListeningIn } from '../observer/listening-in';
import { isHost, isObserver } from '../select';
import { useSession } from '../use-session';
import { isWriting } from '../writing';
import { Climb } from './climb';
import { CommitmentRead } from './commitment';
import { DidItMove } from './did-it-move';
import { firstOpen } from './items';
import { RollCallFoot } from './roll-call-foot';
import { RollCallList } from './roll-call-list';
import { BackToTheRoom, ThenTheHotSeat } from './then-the-hot-seat';
import { useCheckIn } from './use-check-in';

/**
 * The opening: last time's commitments, one by one. What is recorded is the room's. A host's screen moves when they say
 * so; the others' follow what is recorded, but not from under the hands of who writes a line. Whoever came back to it
 * later leaves it by `onLeave`.
 */
export function RollCall({ onLeave }: { onLeave?: () => void }) {
  const items = useSession((state) => state.rollCall);
  const observes = useRoom(isObserver);
  const host = useRoom(isHost);
  const open = firstOpen(items);
  const [picked, setPicked] = useState<number>();
  const [followed, setFollowed] = useState(open);
  if (followed !== open && !host && !isWriting()) setFollowed(open);
  const at = Math.min(picked ?? followed, items.length - 1);
  const item = items[at];
  return (
    <Stage
      label="What was committed to"
      left={
        <>
          {observes && <ListeningIn />}
          <RollCallList items={items} at={at} onPick={setPicked} />
          {onLeave ? <BackToTheRoom onLeave={onLeave} /> : <ThenTheHotSeat />}
        </>
      }
      foot={<RollCallFoot items={items} at={at} onPick={setPicked} onLeave={onLeave} />}
    >
      {item && <One key={item.commitmentId} item={item} />}
    </Stage>
  );
}

function One({ item }: { item: RollCallItem }) {
  const checkIn = useCheckIn(item);
  return (
    <>
      <CommitmentRead item={item} />
      <div className="mt-[26px] grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_470px] xl:gap-[56px]">
        <DidItMove item={item} checkIn={checkIn} />
        <Climb item={item} checkIn={checkIn} />
      </div>
    </>
  );
}
