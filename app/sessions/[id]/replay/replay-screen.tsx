'use client';

import { Skeleton } from '@/ui/words';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { MomentList } from './moment-list';
import { PastScene } from './past-scene';
import { ReplayBar } from './replay-bar';
import type { Audience } from './replay';
import { Scrubber } from './scrubber';
import { useMomentsSaid } from './use-moments-said';
import { usePlayed, usePlayer } from './use-player';
import { useReplayKeys } from './use-replay-keys';

interface ReplayScreenProps {
  failed: boolean;
  /** Fetches what is missing, and stays at the moment. */
  onAgain: (at: number) => void;
  /** As whom it is seen, where there is a choice. */
  audience: Audience | undefined;
  onAudience: (audience: Audience, at: number) => void;
}

/** The whole replay: its moments, the room as it was, and the track. */
export function ReplayScreen({ failed, onAgain, audience, onAudience }: ReplayScreenProps) {
  const player = usePlayer();
  const ready = usePlayed((now) => now.ready);
  useReplayKeys();
  useMomentsSaid();
  return (
    <div className="replay">
      <ReplayBar audience={audience} onAudience={(next) => onAudience(next, player.at)} />
      {failed && (
        <Notice
          tone="fault"
          action={
            <Button size="sm" onClick={() => onAgain(player.at)}>
              Try again
            </Button>
          }
        >
          The session could not be fetched whole.
        </Notice>
      )}
      <main id="main" tabIndex={-1}>
        <MomentList />
        {ready ? (
          <PastScene />
        ) : (
          <section className="room-mid" aria-label="The room, then">
            <Skeleton label="Fetching the session" />
          </section>
        )}
      </main>
      <Scrubber />
    </div>
  );
}
