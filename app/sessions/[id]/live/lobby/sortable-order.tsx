'use client';

import { ChevronDown, ChevronUp, GripVertical } from 'lucide-react';
import { useAnnounce } from '@/ui/announcer';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { SortableList, type SortableRow } from '../queue/sortable-list';
import { isNowAt } from '../queue/places';
import { useHeld, useSession } from '../use-session';
import { OrderRow } from './order-row';

/** The order as a host sets it: by dragging, by keyboard on the handle, or by the arrows. */
export function SortableOrder() {
  return (
    <SortableList className="list" rowClassName="py-4">
      {(row) => <OrderRow scenario={row.scenario} at={row.at} grip={<Grip {...row} />} arrows={<Arrows {...row} />} />}
    </SortableList>
  );
}

function Grip({ scenario, at, of, handle }: SortableRow) {
  return (
    <button
      type="button"
      {...handle}
      className="-my-[11px] -ml-[10px] grid size-[44px] cursor-grab touch-none place-items-center text-ink-3"
      aria-label={`Move ${scenario.title}, place ${at + 1} of ${of}`}
    >
      <Icon as={GripVertical} />
    </button>
  );
}

function Arrows({ scenario: { title }, at, of, move }: SortableRow) {
  const held = useHeld();
  const queue = useSession((state) => state.queue);
  const announce = useAnnounce();
  const go = (to: number) => {
    move(to);
    announce(isNowAt(title, queue, to));
  };
  return (
    <>
      <Button
        size="sm"
        variant="plain"
        square
        aria-label={`Move ${title} up`}
        reason={held ?? (at === 0 && 'It is first.')}
        onClick={() => go(at - 1)}
      >
        <Icon as={ChevronUp} />
      </Button>
      <Button
        size="sm"
        variant="plain"
        square
        aria-label={`Move ${title} down`}
        reason={held ?? (at === of - 1 && 'It is last.')}
        onClick={() => go(at + 1)}
      >
        <Icon as={ChevronDown} />
      </Button>
    </>
  );
}
