'use client';

import { useRoom } from '../connection/use-room';
import { ListeningIn } from '../observer/listening-in';
import { isHost, readsHosts, roleOf } from '../select';
import { BackChannel } from './back-channel';
import { ClosingRound } from './closing-round';
import { Queue } from './queue';
import { Seated } from './seated';

/** The left column: who waits and who sat; for hosts, their back channel and the way to the closing round. */
export function LeftColumn() {
  const observes = useRoom((view) => roleOf(view) === 'observer');
  const host = useRoom(isHost);
  const reads = useRoom(readsHosts);
  return (
    <>
      {observes && <ListeningIn />}
      <Queue />
      <Seated />
      <div className="grow min-h-s5" />
      {reads && <BackChannel />}
      {host && <ClosingRound />}
    </>
  );
}
