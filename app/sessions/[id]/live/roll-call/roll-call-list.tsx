'use client';

import clsx from 'clsx';
import type { RollCallItem } from '@/domain/session/state';
import { OutcomeTag } from '@/ui/outcomes';
import { RelativeTime } from '@/ui/time';
import { useRoom } from '../connection/use-room';
import { Badge } from '../badge';
import { nameOf } from '../select';
import { useServerOffset } from '../use-session';

interface RollCallListProps {
  items: readonly RollCallItem[];
  at: number;
  onPick: (at: number) => void;
}

/** Everyone who committed last time, and what became of it. */
export function RollCallList({ items, at, onPick }: RollCallListProps) {
  return (
    <section aria-labelledby="roll-call">
      <div className="row between mb-2">
        <h2 id="roll-call" className="text-5">
          Roll call
        </h2>
        <span className="meta num">
          {at + 1} of {items.length}
        </span>
      </div>
      <ol>
        {items.map((item, index) => (
          <li
            key={item.commitmentId}
            className={clsx('border-t border-rule first:border-0', index === at && 'now-row')}
          >
            <One item={item} current={index === at} onPick={() => onPick(index)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function One({ item, current, onPick }: { item: RollCallItem; current: boolean; onPick: () => void }) {
  const name = useRoom((view) => nameOf(view, item.repId));
  const offsetMs = useServerOffset();
  const { checkIn, checkedIn } = item;
  const became = checkIn ?? checkedIn;
  return (
    <button
      type="button"
      aria-current={current ? 'step' : undefined}
      onClick={onPick}
      className="grid w-full grid-cols-[32px_1fr] gap-x-[11px] py-3 text-left leading-[1.3]"
    >
      <Badge id={item.repId} />
      <span className="min-w-0">
        <b className="block">{name}</b>
        <span className="meta block break-words">{item.account ?? item.title}</span>
        {became && <OutcomeTag outcome={became.outcome} className="text-2" />}
        {!checkIn && checkedIn && (
          <span className="meta block">
            checked in <RelativeTime at={checkedIn.at} offsetMs={offsetMs} />
          </span>
        )}
        {!became && (current ? <b className="ember text-2">now</b> : <span className="meta">not asked yet</span>)}
      </span>
    </button>
  );
}
