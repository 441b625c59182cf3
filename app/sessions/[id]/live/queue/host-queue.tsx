'use client';

import { useState } from 'react';
import type { Id } from '@/domain/session/state';
import { lazyPart } from '@/ui/later';
import { useRoom } from '../connection/use-room';
import { scenarioOf } from '../select';
import { useSession } from '../use-session';
import { HostRow } from './host-row';

// Dragging is drawn when a pointer or the keyboard comes near it; until then the same rows just stand. A finger comes near
// only as it touches, and would lose what it holds: for fingers the rows can be dragged from the start.
const SortableQueue = lazyPart(() => import('./sortable-queue').then((module) => module.SortableQueue), StandingQueue);

/** A host's queue. */
export function HostQueue() {
  const [near, setNear] = useState<{ handle: Id | null } | null>(() =>
    matchMedia('(any-pointer: coarse)').matches ? { handle: null } : null,
  );
  if (near) return <SortableQueue focus={near.handle} />;
  return <StandingQueue onNear={(handle) => setNear({ handle })} />;
}

function StandingQueue({ onNear }: { onNear?: (handle: Id | null) => void }) {
  const queue = useSession((state) => state.queue);
  return (
    <ol onPointerEnter={() => onNear?.(null)}>
      {queue.map((id, at) => (
        <Row key={id} id={id} at={at} last={at === queue.length - 1} onNear={() => onNear?.(id)} />
      ))}
    </ol>
  );
}

function Row({ id, at, last, onNear }: { id: Id; at: number; last: boolean; onNear: () => void }) {
  const scenario = useRoom((view) => scenarioOf(view, id));
  if (!scenario) return null;
  return (
    <li className="queue-item relative">
      <HostRow scenario={scenario} at={at} last={last} handle={{ onFocus: onNear }} />
    </li>
  );
}
