'use client';

import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useEffect, useRef, useState } from 'react';
import { placed } from '@/domain/session/fold-queue';
import type { Id } from '@/domain/session/state';
import { useConnection, useRoom } from '../connection/use-room';
import { scenarioOf } from '../select';
import { useSend, useSession } from '../use-session';
import { HostRow } from './host-row';

/**
 * A host's queue: deals are dragged, moved by keyboard, or by their menu. What was dropped stays until the room says so.
 * `focus` is the deal whose handle had the focus when this took over.
 */
export function SortableQueue({ focus }: { focus: Id | null }) {
  const queue = useSession((state) => state.queue);
  const [dropped, setDropped] = useState<{ from: readonly Id[]; order: Id[] } | null>(null);
  const away = useRoom((view) => view.link !== 'here');
  const send = useSend();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const order = dropped?.from === queue ? dropped.order : queue;

  const onDragEnd = async ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return;
    const scenarioId = String(active.id);
    const to = order.indexOf(String(over.id));
    setDropped({ from: queue, order: placed(order, scenarioId, to) });
    if (await send('queue.move', { scenarioId, to })) setDropped(null);
  };

  const connection = useConnection();
  const titleOf = (id: UniqueIdentifier) => scenarioOf(connection.view, String(id))?.title ?? 'The deal';
  const placeOf = (id: UniqueIdentifier) => `place ${order.indexOf(String(id)) + 1} of ${order.length}`;

  return (
    <DndContext
      id="queue"
      accessibility={{
        announcements: {
          onDragStart: ({ active }) => `${titleOf(active.id)} is lifted, from ${placeOf(active.id)}.`,
          onDragOver: ({ over }) => (over ? `Over ${placeOf(over.id)}.` : undefined),
          onDragEnd: ({ active, over }) =>
            over ? `${titleOf(active.id)} is put down at ${placeOf(over.id)}.` : undefined,
          onDragCancel: ({ active }) => `${titleOf(active.id)} stays where it was.`,
        },
      }}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={(end) => void onDragEnd(end)}
    >
      <SortableContext items={order} strategy={verticalListSortingStrategy} disabled={away}>
        <ol>
          {order.map((id, at) => (
            <Row key={id} id={id} at={at} last={at === order.length - 1} focus={id === focus} />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

function Row({ id, at, last, focus }: { id: Id; at: number; last: boolean; focus: boolean }) {
  const scenario = useRoom((view) => scenarioOf(view, id));
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id,
  });
  const handle = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focus) handle.current?.focus();
  }, [focus]);
  if (!scenario) return null;
  return (
    <li
      ref={setNodeRef}
      className="queue-item relative"
      style={{
        transform: CSS.Translate.toString(transform),
        transition,
        ...(isDragging ? { background: 'var(--paper-raised)', zIndex: 3 } : {}),
      }}
    >
      <HostRow
        scenario={scenario}
        at={at}
        last={last}
        handle={{
          ...attributes,
          ...listeners,
          ref: (node) => {
            handle.current = node;
            setActivatorNodeRef(node);
          },
        }}
      />
    </li>
  );
}
