'use client';

import { useEffect, useState } from 'react';
import { REOPEN_MS } from '@/domain/permissions';
import { Button, LinkButton } from '@/ui/button';
import { EmptyState } from '@/ui/words';
import { byKey } from './bar/shortcut-table';
import { useConnection, useRoom } from './connection/use-room';
import { useMeeting } from './meeting';
import { NeverSentHere } from './never-sent/never-sent-here';
import { may } from './select';
import { useArrival } from './use-arrival';
import { useDoing, useHeld, useSend, useSession } from './use-session';

/** The session is over: the recap, and for half an hour a host's undo. */
export function Ended() {
  const { sessionId, lab, number, guest } = useMeeting();
  const undo = useUndo();
  const held = useHeld();
  const pending = useDoing('session.reopen');
  const carried = useSession((state) => state.queue.length);
  const send = useSend();
  useArrival();
  return (
    <div className="page narrow w-full">
      <h1 className="num">Session {number} has ended</h1>
      <EmptyState
        className="mt-4"
        detail={carried > 0 ? `${carried === 1 ? 'One deal was' : `${carried} deals were`} carried over.` : undefined}
        action={
          !guest && (
            <>
              <LinkButton variant="ink" href={`/sessions/${sessionId}/recap`}>
                Read the recap
              </LinkButton>
              <LinkButton href={`/labs/${lab.slug}`}>Back to {lab.name}</LinkButton>
              {undo && (
                <Button
                  variant="plain"
                  {...byKey('undo')}
                  reason={held}
                  pending={pending}
                  onClick={() => void send('session.reopen', {})}
                >
                  Undo the end
                </Button>
              )}
            </>
          )
        }
      >
        What was said in the lab stays in the lab.
      </EmptyState>
      <NeverSentHere />
    </div>
  );
}

/** Whether this viewer may still undo the end; goes by itself when the half hour is over. */
function useUndo(): boolean {
  const { clock } = useConnection();
  const endedAt = useSession((state) => state.endedAt);
  const allowed = useRoom((view) => may(view, 'session.reopen'));
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!endedAt) return;
    const left = Date.parse(endedAt) + REOPEN_MS - clock.now();
    const timer = setTimeout(() => setOver(true), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [endedAt, clock]);
  return allowed && endedAt !== undefined && !over;
}

/** The session will not happen. */
export function Cancelled() {
  const { lab, guest } = useMeeting();
  useArrival();
  return (
    <div className="page narrow w-full">
      <h1>This session was cancelled</h1>
      <p className="soft mt-3 mb-6">What was waiting has been carried over to the next session.</p>
      {!guest && <LinkButton href={`/labs/${lab.slug}`}>Back to {lab.name}</LinkButton>}
      <NeverSentHere />
    </div>
  );
}
