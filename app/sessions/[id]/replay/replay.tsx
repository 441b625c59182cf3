'use client';

import { useCallback, useState } from 'react';
import type { ReplayFacts } from '@/db/replay';
import { PastMeetingProvider, type PastMeeting } from './past-meeting';
import type { PastViewer } from './past-room';
import { ReplayScreen } from './replay-screen';
import { PlayerProvider } from './use-player';

interface ReplayProps {
  session: PastMeeting;
  viewer: PastViewer;
  facts: ReplayFacts;
  /** The moment that it opens at, in ms from the start. */
  opensAt: number;
}

export type Audience = 'you' | 'room';

/** An ended session, as the audience that one was; hosts may look at it as the room did. */
export function Replay({ session, viewer, facts, opensAt }: ReplayProps) {
  const [{ audience, at, attempt }, setLook] = useState({
    audience: 'you' as Audience,
    at: facts.from + opensAt,
    attempt: 0,
  });
  const [failed, setFailed] = useState(false);
  const onFail = useCallback(() => setFailed(true), []);
  return (
    <PastMeetingProvider value={session}>
      <PlayerProvider
        key={`${audience} ${attempt}`}
        sessionId={session.id}
        facts={facts}
        userId={viewer.id}
        viewer={audience === 'you' ? viewer : undefined}
        at={at}
        onFail={onFail}
      >
        <ReplayScreen
          failed={failed}
          onAgain={(now) => {
            setFailed(false);
            setLook({ audience, at: now, attempt: attempt + 1 });
          }}
          audience={facts.asHost ? audience : undefined}
          onAudience={(next, now) => setLook({ audience: next, at: now, attempt })}
        />
      </PlayerProvider>
    </PastMeetingProvider>
  );
}
