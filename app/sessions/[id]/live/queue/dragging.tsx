'use client';

import { useLayoutEffect, useRef } from 'react';
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type ScreenReaderInstructions,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { Id } from '@/domain/session/state';
import { useConnection, useRoom } from '../connection/use-room';
import { scenarioOf } from '../select';
import { placeIn } from './places';
import type { Rows } from './sortable-list';
import type { useOrder } from './use-order';

const INSTRUCTIONS: ScreenReaderInstructions = {
  draggable: 'Space lifts it, the arrow keys move it, Space puts it down. Escape leaves it where it was.',
};

interface DraggingProps extends ReturnType<typeof useOrder> {
  rows: Rows;
}

/** Lets the rows that stand already be dragged, by pointer, touch and keyboard. It draws nothing of them itself. */
export function Dragging({ rows, order, move, putDownAt, lift, letGo }: DraggingProps) {
  const away = useRoom((view) => view.link !== 'here');
  const announcements = useWords(order, putDownAt);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    letGo();
    if (over && active.id !== over.id) void move(String(active.id), order.indexOf(String(over.id)));
  };
  return (
    <DndContext
      id="how-to-sort"
      accessibility={{ announcements, screenReaderInstructions: INSTRUCTIONS }}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragStart={lift}
      onDragCancel={letGo}
      onDragEnd={onDragEnd}
    >
      <SortableContext items={[...order]} strategy={verticalListSortingStrategy} disabled={away}>
        {order.map((id) => (
          <Hold key={id} id={id} rows={rows} />
        ))}
      </SortableContext>
    </DndContext>
  );
}

/** What is said to whoever doesn't see it move. */
function useWords(order: readonly Id[], putDownAt: (id: Id, over: Id) => string | undefined): Announcements {
  const connection = useConnection();
  const titleOf = (id: UniqueIdentifier) => scenarioOf(connection.view, String(id))?.title ?? 'The deal';
  const placeOf = (id: UniqueIdentifier) => placeIn(order, order.indexOf(String(id)));
  /** It has been over another place since it was lifted. */
  const moved = useRef(false);
  return {
    onDragStart: ({ active }) => {
      moved.current = false;
      return `${titleOf(active.id)} is lifted, from ${placeOf(active.id)}.`;
    },
    onDragOver: ({ active, over }) => {
      // Where it was lifted, it is over its own place at once.
      if (!over || (!moved.current && over.id === active.id)) return undefined;
      moved.current = true;
      return `Over ${placeOf(over.id)}.`;
    },
    onDragEnd: ({ active, over }) => {
      if (!over) return undefined;
      const place = putDownAt(String(active.id), String(over.id));
      return `${titleOf(active.id)} ${place ? `is put down at ${place}` : 'waits no more'}.`;
    },
    onDragCancel: ({ active }) => `${titleOf(active.id)} stays where it was.`,
  };
}

/** Tells one row what makes it move. */
function Hold({ id, rows }: { id: Id; rows: Rows }): null {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id,
  });
  useLayoutEffect(() => {
    rows.get(id)?.({
      ref: setNodeRef,
      style: {
        transform: CSS.Translate.toString(transform),
        transition,
        ...(isDragging ? { background: 'var(--paper-raised)', position: 'relative', zIndex: 3 } : {}),
      },
      handle: { ...attributes, ...listeners, ref: setActivatorNodeRef },
    });
  }, [rows, id, setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging]);
  return null;
}
