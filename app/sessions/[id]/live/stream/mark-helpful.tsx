'use client';

import type { Contribution, Id } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { Spark } from '@/ui/icon';
import { Kbd } from '@/ui/words';
import { useRoom } from '../connection/use-room';
import { may, meOf } from '../select';
import { useHeld, useSend } from '../use-session';

/** For whoever is on the hot seat: this helps. */
export function MarkHelpful({ one, seat }: { one: Contribution; seat: Id }) {
  const mine = useRoom((view) => meOf(view) === one.by);
  const mayMark = useRoom((view) => may(view, 'contribution.helpful', { owner: seat }));
  const held = useHeld();
  const send = useSend();
  if (!mayMark || mine) return null;
  return (
    <Button
      size="sm"
      className="mt-[10px]"
      data-helpful=""
      aria-pressed={one.helpful ?? false}
      reason={held}
      onClick={() => void send('contribution.helpful', { contributionId: one.id, on: !one.helpful })}
    >
      <Spark />
      {one.helpful ? 'Helpful, marked' : 'Helpful'} {!one.helpful && <Kbd>H</Kbd>}
    </Button>
  );
}
