'use client';

import type { Id } from '@/domain/session/state';
import { HostRow } from './host-row';
import { SortableList } from './sortable-list';

/**
 * A host's queue: deals are dragged, moved by keyboard, or by their menu. `focus` is the deal whose handle had the focus
 * when this took over.
 */
export function SortableQueue({ focus }: { focus: Id | null }) {
  return (
    <SortableList rowClassName="queue-item relative" focus={focus}>
      {({ scenario, at, of, handle }) => <HostRow scenario={scenario} at={at} last={at === of - 1} handle={handle} />}
    </SortableList>
  );
}
