'use client';

import { useEffect } from 'react';
import type { RoomView } from './connection/room-view';
import { useRoom } from './connection/use-room';
import { FocusKept } from './focus-kept';
import { useMeetingTold, type NewerMeeting } from './meeting';
import { useHostsTold } from './queue/use-hosts-told';
import { useOrderTold } from './queue/use-order-told';
import { RoomIcon } from './room-icon';
import { useLateTold } from './stream/use-late-told';
import { useWayToAnswer } from './stream/use-way-to-answer';
import { useChangesOfMind } from './use-changes-of-mind';
import { useStandInTold } from './use-stand-in-told';

/** What the room does without anything to see. It comes later, and makes up for what happened `since` the room was entered. */
export function Unseen({ since }: { since: RoomView }) {
  useWayToAnswer();
  useChangesOfMind(since);
  useOrderTold();
  useHostsTold(since);
  useStandInTold(since);
  useLateTold(since);
  return (
    <>
      <FocusKept />
      <RoomIcon />
      <MeetingFollowed />
    </>
  );
}

/** A room of a thousand doesn't ask in one instant; after a restart of the server all rooms are back in one. */
const SPREAD_MS = { told: 2000, back: 30_000 };

/** Where no answer came, it is asked again after so long. */
const AGAIN_MS = 10_000;

/**
 * Asks for the page's facts anew, within two seconds, when the room says that they may be others; within half a minute, when
 * it is back: who was away may not have heard it. Until an answer comes all stays as it is. A meeting that is over keeps what
 * it shows.
 */
function MeetingFollowed(): null {
  const [{ sessionId, userId }, tell] = useMeetingTold();
  const changed = useRoom(({ meeting }) => meeting);
  const over = useRoom(({ state }) => state?.status === 'ended' || state?.status === 'cancelled');
  const link = useRoom((view) => view.link);
  useEffect(() => {
    if (link !== 'here' || over || !changed) return;
    const asking = new AbortController();
    const ask = async () => {
      const answer = await fetch(`/sessions/${sessionId}/live/facts`, { signal: asking.signal });
      if (answer.status >= 500) throw new Error('The server had no answer.');
      const facts = answer.ok ? ((await answer.json()) as NewerMeeting) : undefined;
      // Somebody else may have signed in on this device meanwhile.
      if (facts?.userId === userId && !asking.signal.aborted) tell(facts);
    };
    let timer = 0;
    const askIn = (ms: number) => {
      timer = window.setTimeout(() => void ask().catch(() => asking.signal.aborted || askIn(AGAIN_MS)), ms);
    };
    askIn(Math.random() * SPREAD_MS[changed.away ? 'back' : 'told']);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [changed, link, over, sessionId, userId, tell]);
  return null;
}
