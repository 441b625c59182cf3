'use client';

import { useEffect, useRef } from 'react';
import { useRoom } from '../connection/use-room';
import { useMeeting } from '../meeting';
import { callFor, standingNow, type Call, type Standing } from './calls';
import { useNoticesWanted } from './wanted';

// It may be read over a shoulder or on a shared screen: the lab, and nothing of a deal.
const SAYS: Record<Call, (lab: string) => string> = {
  open: (lab) => `The room is open in ${lab}`,
  next: (lab) => `You’re next in ${lab}`,
};

/** Calls this person back to the room by the browser's own notification, where they want that and look elsewhere. */
export function useCalls(): void {
  const { lab, sessionId, userId } = useMeeting();
  const [wanted] = useNoticesWanted(userId);
  const open = useRoom((view) => standingNow(view)?.open);
  const next = useRoom((view) => standingNow(view)?.next);
  const before = useRef<Standing | null>(null);
  useEffect(() => {
    const now = open === undefined || next === undefined ? null : { open, next };
    const call = callFor(before.current, now);
    before.current = now;
    if (call && wanted[call] && !document.hasFocus()) notify(SAYS[call](lab.name), sessionId);
  }, [open, next, wanted, lab.name, sessionId]);
}

function notify(says: string, sessionId: string): void {
  try {
    const shown = new Notification(says, { tag: `whetstone/${sessionId}`, icon: '/icon-192.png' });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
  } catch {
    // Some browsers on phones show none without a service worker, which this app does without.
  }
}
