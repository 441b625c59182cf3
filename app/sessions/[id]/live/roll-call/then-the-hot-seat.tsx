'use client';

import { Armchair, ArrowLeft } from 'lucide-react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { byKey } from '../bar/shortcut-table';
import { useRoom } from '../connection/use-room';
import { may, nameOf, nextUp } from '../select';
import { useDoing, useHeld, useSend, useSession } from '../use-session';
import { leftOpen } from './items';

/** For who came back to the roll call: the room went on meanwhile. */
export function BackToTheRoom({ onLeave }: { onLeave: () => void }) {
  return (
    <div className="room-foot mt-auto">
      <h2 className="text-2 tracking-normal">The room goes on</h2>
      <p className="meta mt-1 mb-[10px]">What is recorded here counts until the session ends.</p>
      <Button size="sm" wide onClick={onLeave}>
        <Icon as={ArrowLeft} />
        Back to the room
      </Button>
    </div>
  );
}

/** What follows the roll call; a host may begin it at any time: the rest can be asked between turns. */
export function ThenTheHotSeat() {
  const left = useSession((state) => leftOpen(state.rollCall));
  const next = useRoom(nextUp);
  const name = useRoom((view) => nameOf(view, nextUp(view)?.repId ?? ''));
  const mayStart = useRoom((view) => may(view, 'turn.start'));
  return (
    <div className="room-foot mt-auto">
      <h2 className="text-2 tracking-normal">Then the hot seat</h2>
      <p className="meta mt-1 mb-[10px]">
        {next ? `${name} is first: ${next.title}` : 'Nobody has brought a deal yet. Someone goes first.'}
        {mayStart && next && left > 0 && ' Who is not asked yet can be asked between turns.'}
      </p>
      {mayStart && next && <StartFirstTurn wide />}
    </div>
  );
}

/** Seats whoever the queue has first. */
export function StartFirstTurn({ wide, now }: { wide?: boolean; now?: boolean }) {
  const send = useSend();
  const held = useHeld();
  const starting = useDoing('turn.start');
  const next = useRoom(nextUp);
  if (!next) return null;
  return (
    <Button
      size={wide ? 'sm' : 'md'}
      wide={wide ?? false}
      variant={now ? 'now' : 'outline'}
      {...byKey('seat')}
      reason={held}
      pending={starting}
      onClick={() => void send('turn.start', { scenarioId: next.id })}
    >
      <Icon as={Armchair} />
      Start the first turn
    </Button>
  );
}
