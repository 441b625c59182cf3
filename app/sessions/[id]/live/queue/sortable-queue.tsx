'use client';

import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { GripVertical } from 'lucide-react';
import { useState } from 'react';
import { placed } from '@/domain/session/fold-queue';
import type { Id } from '@/domain/session/state';
import { Icon } from '@/ui/icon';
import { useRoom } from '../connection/use-room';
import { scenarioOf } from '../select';
import { useSend, useSession } from '../use-session';
import { HostMenu } from './host-menu';
import { QueueItem } from './queue-item';
import { SeatIt } from './seat-it';

/** A host's queue: deals are dragged, moved by keyboard, or by their menu. What was dropped stays until the room says so. */
export default function SortableQueue() {
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

  return (
    <DndContext
      id="queue"
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={(end) => void onDragEnd(end)}
    >
      <SortableContext items={order} strategy={verticalListSortingStrategy} disabled={away}>
        <ol>
          {order.map((id, at) => (
            <Row key={id} id={id} at={at} last={at === order.length - 1} />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

function Row({ id, at, last }: { id: Id; at: number; last: boolean }) {
  const scenario = useRoom((view) => scenarioOf(view, id));
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id,
  });
  if (!scenario) return null;
  return (
    <li
      ref={setNodeRef}
      className="queue-item group relative"
      style={{
        transform: CSS.Translate.toString(transform),
        transition,
        ...(isDragging ? { background: 'var(--paper-raised)', zIndex: 3 } : {}),
      }}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        {...attributes}
        {...listeners}
        className="absolute top-3 -left-5 grid h-[44px] w-5 cursor-grab touch-none place-items-center text-ink-3"
        aria-label={`Move ${scenario.title}`}
      >
        <Icon as={GripVertical} />
      </button>
      <QueueItem scenario={scenario} next={at === 0} aside={<HostMenu scenario={scenario} at={at} last={last} />}>
        {at === 0 && <SeatIt scenario={scenario} />}
      </QueueItem>
    </li>
  );
}
