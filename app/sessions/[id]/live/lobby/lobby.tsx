'use client';

import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';
import { useMeeting } from '../meeting';
import { ListeningIn } from '../observer/listening-in';
import { isObserver, may } from '../select';
import { CancelSession } from './cancel-session';
import { HereNow } from './here-now';
import { LobbyHead } from './head';
import { Order } from './order';
import { PledgeAndCall } from './pledge-and-call';
import { RollCallFirst } from './roll-call-first';
import { StartSession } from './start';

const mayStart = (view: RoomView) => may(view, 'session.start');

/** Before the start: who is here, the order, the roll call that comes first, the pledge and the call. */
export function Lobby() {
  const observes = useRoom(isObserver);
  const starts = useRoom(mayStart);
  const { guest } = useMeeting();
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="page">
          <LobbyHead />
          <div className="wide-narrow pt-[34px]">
            <div>
              <Order />
              {!guest && <RollCallFirst />}
              <PledgeAndCall />
              <CancelSession />
            </div>
            <div>
              {observes && <ListeningIn />}
              <HereNow />
            </div>
          </div>
        </div>
      </div>
      {starts && (
        <div className="border-t border-rule bg-paper px-4 pt-[10px] pb-[14px] lg:hidden">
          <StartSession wide />
        </div>
      )}
    </div>
  );
}
