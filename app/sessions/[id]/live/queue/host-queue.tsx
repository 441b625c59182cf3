'use client';

import { HostRow } from './host-row';
import { SortableList } from './sortable-list';

/** A host's queue: deals are dragged, moved by keyboard, or by their menu. */
export function HostQueue() {
  return (
    <SortableList rowClassName="queue-item relative">
      {({ scenario, at, of, handle }) => <HostRow scenario={scenario} at={at} last={at === of - 1} handle={handle} />}
    </SortableList>
  );
}
