'use client';

import type { Contribution } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { Spark } from '@/ui/icon';
import { Kbd } from '@/ui/words';
import { useSend } from '../use-session';
import { useStreamFacts } from './facts';
import { Whose } from './whose';

/** For whoever is on the hot seat: this helps. */
export function MarkHelpful({ one }: { one: Contribution }) {
  const { mayMark, me, held } = useStreamFacts();
  const send = useSend();
  if (!mayMark || one.by === me) return null;
  return (
    <Button
      size="sm"
      className="mt-[10px]"
      data-does="helpful"
      aria-pressed={one.helpful ?? false}
      reason={held}
      onClick={() => void send('contribution.helpful', { contributionId: one.id, on: !one.helpful })}
    >
      <Spark />
      {one.helpful ? 'Helpful, marked' : 'Helpful'}
      <Whose one={one} /> {!one.helpful && <Kbd>H</Kbd>}
    </Button>
  );
}
