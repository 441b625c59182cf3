'use client';

import { ArrowLeft } from 'lucide-react';
import type { RollCallItem } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { outcomeLabel } from '@/ui/outcomes';
import { LocalTime } from '@/ui/time';
import { Kbd } from '@/ui/words';
import { StageFoot } from '../closing/stage';
import { useRoom } from '../connection/use-room';
import { isHost, nameOf } from '../select';
import { useKeys } from '../use-keys';
import { useSession } from '../use-session';
import { becameOf, nextOpen } from './items';
import { StartFirstTurn } from './then-the-hot-seat';

interface RollCallFootProps {
  items: readonly RollCallItem[];
  at: number;
  onPick: (at: number) => void;
  onLeave: (() => void) | undefined;
}

/** For hosts: back, later, and on to the next; after the last one, the first turn. */
export function RollCallFoot({ items, at, onPick, onLeave }: RollCallFootProps) {
  const host = useRoom(isHost);
  const item = items[at];
  // In order first; those who were put off come round again.
  const next = at + 1 < items.length ? at + 1 : nextOpen(items, at);
  const later = nextOpen(items, at);
  const name = useRoom((view) => nameOf(view, items[next ?? -1]?.repId ?? ''));
  useKeys({ next: host && next !== undefined && (() => onPick(next)) });
  if (!host || !item) return null;
  return (
    <StageFoot>
      <Button disabled={at === 0} onClick={() => onPick(at - 1)}>
        <Icon as={ArrowLeft} />
        Back
      </Button>
      {!becameOf(item) && later !== undefined && (
        <Button variant="plain" onClick={() => onPick(later)}>
          Ask later
        </Button>
      )}
      <span className="grow" />
      <Recorded item={item} />
      {next !== undefined ? (
        <Button variant="now" onClick={() => onPick(next)}>
          Next: {name} <Kbd>N</Kbd>
        </Button>
      ) : onLeave ? (
        <Button variant="now" onClick={onLeave}>
          Back to the room
        </Button>
      ) : (
        <StartFirstTurn now />
      )}
    </StageFoot>
  );
}

function Recorded({ item }: { item: RollCallItem }) {
  const timeZone = useSession((state) => state.settings.timeZone);
  const { checkIn } = item;
  if (!checkIn) return null;
  return (
    <span className="meta num" role="status">
      Recorded as {outcomeLabel(checkIn.outcome)} at <LocalTime at={checkIn.at} form="time" zone={timeZone} />
    </span>
  );
}
