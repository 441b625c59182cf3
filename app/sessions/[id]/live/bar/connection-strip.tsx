'use client';

import { useSyncExternalStore } from 'react';
import { RefreshCw, WifiOff } from 'lucide-react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useRoom } from '../connection/use-room';
import { useAfter } from './use-after';
import { isWaiting, useBackAgain } from './use-back-again';
import { namedWords } from './waiting-words';

const JOINING_MS = 6000;

/** Across the page: that the connection is away, and what waits; or that the page is outdated. */
export function ConnectionStrip() {
  const joining = useRoom((view) => view.link === 'joining');
  const away = useRoom((view) => view.link === 'away');
  const waiting = useRoom((view) => namedWords(view.words.filter(isWaiting)));
  const outdated = useRoom((view) => view.outdated);
  const online = useOnline();
  useBackAgain();
  if (joining) return <StillJoining online={online} />;
  if (away) {
    const lost = online ? 'The connection is lost; this comes back by itself' : 'You’re offline';
    return (
      <Notice strip icon={WifiOff}>
        {waiting ? `${lost}: ${waiting} will be sent when you’re back` : lost}. The room’s clock goes on.
      </Notice>
    );
  }
  if (outdated) {
    return (
      <Notice
        icon={RefreshCw}
        action={
          <Button size="sm" onClick={() => window.location.reload()}>
            Reload
          </Button>
        }
      >
        There is a newer version of this page. What you are writing is kept.
      </Notice>
    );
  }
  return null;
}

/** The room does not answer at all yet: said, once it takes longer than it should. */
function StillJoining({ online }: { online: boolean }) {
  const long = useAfter(JOINING_MS);
  if (!long && online) return null;
  return (
    <Notice strip icon={WifiOff}>
      {online ? 'The room does not answer yet' : 'You’re offline'}. This goes on trying by itself; what you wrote is
      kept.
    </Notice>
  );
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('online', changed);
      addEventListener('offline', changed);
      return () => {
        removeEventListener('online', changed);
        removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
    () => true,
  );
}
