'use client';

import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Contribution as Words } from '@/domain/session/state';
import { Contribution } from './contribution';
import { useStreamFacts } from './facts';
import { BELOW_END } from './use-follow';

const NO_REPLIES: readonly Words[] = [];

interface LateProps {
  words: readonly Words[];
  /** What came after this number has come while the reader was here; in a room that is over nothing does. */
  first?: number;
  /** Hears that the reader is about to be led down here, below the end of the list. */
  onWay?: () => void;
}

/** Leads the reader there; by the time that it moves, nothing leads them back to the end any more. */
function lead(place: Element | null, onWay: LateProps['onWay']) {
  const list = place?.closest('.stream');
  // One that shows all it has has no other place to be at.
  if (onWay && list && list.scrollHeight > list.clientHeight) flushSync(onWay);
  place?.scrollIntoView({ block: 'nearest' });
}

/** What came after its phase: apart from the stream, for the hot seat to read when it suits. Whoever sends late sees it there. */
export function Late({ words, first = Infinity, onWay }: LateProps) {
  const { seatName: rep, me } = useStreamFacts();
  const fold = useRef<HTMLDetailsElement>(null);
  const own = words.findLast(({ by, seq }) => by === me && seq > first)?.id;

  useEffect(() => {
    if (!own || !fold.current) return;
    const { current: node } = fold;
    node.open = true;
    const show = () => lead(node.querySelector(`[data-con="${own}"]`), onWay);
    // After what else these words make the list do, which is in the frame that they are laid out in.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(show);
    });
    return () => cancelAnimationFrame(frame);
  }, [own, onWay]);

  return (
    <div className="border-t border-dashed border-rule-strong py-2">
      <details ref={fold} onToggle={({ currentTarget }) => currentTarget.open && lead(currentTarget, onWay)}>
        <summary className="meta num">
          {words.length} late, for {rep} to read when it suits
        </summary>
        <ol {...BELOW_END}>
          {words.map((one) => (
            <Contribution key={one.id} one={one} replies={NO_REPLIES} />
          ))}
        </ol>
      </details>
    </div>
  );
}
