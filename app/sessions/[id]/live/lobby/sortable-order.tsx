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
import { ChevronDown, ChevronUp, GripVertical } from 'lucide-react';
import { useState } from 'react';
import { placed } from '@/domain/session/fold-queue';
import type { Id } from '@/domain/session/state';
import { useAnnounce } from '@/ui/announcer';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { useRoom } from '../connection/use-room';
import { scenarioOf } from '../select';
import { useHeld, useSend, useSession } from '../use-session';
import { OrderRow } from './order-row';

/** The order as a host sets it: by dragging, by keyboard on the handle, or by the arrows. */
export function SortableOrder() {
  const queue = useSession((state) => state.queue);
  const [dropped, setDropped] = useState<{ from: readonly Id[]; order: Id[] } | null>(null);
  const held = useHeld();
  const send = useSend();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  // What was dropped stays where it was dropped until the room says so.
  const order = dropped?.from === queue ? dropped.order : queue;

  const move = async (scenarioId: Id, to: number) => {
    setDropped({ from: queue, order: placed(order, scenarioId, to) });
    if (await send('queue.move', { scenarioId, to })) setDropped(null);
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) void move(String(active.id), order.indexOf(String(over.id)));
  };
  return (
    <DndContext id="order" sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
      <SortableContext items={[...order]} strategy={verticalListSortingStrategy} disabled={held !== undefined}>
        <ol className="list">
          {order.map((id, at) => (
            <Row key={id} id={id} at={at} of={order.length} held={held} onMove={(to) => void move(id, to)} />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

interface RowProps {
  id: Id;
  at: number;
  of: number;
  held: string | undefined;
  onMove: (to: number) => void;
}

function Row({ id, at, of, held, onMove }: RowProps) {
  const scenario = useRoom((view) => scenarioOf(view, id));
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id,
  });
  if (!scenario) return null;
  const grip = (
    <button
      ref={setActivatorNodeRef}
      type="button"
      {...attributes}
      {...listeners}
      className="-my-[11px] -ml-[10px] grid size-[44px] cursor-grab touch-none place-items-center text-ink-3"
      aria-label={`Move ${scenario.title}, place ${at + 1} of ${of}`}
    >
      <Icon as={GripVertical} />
    </button>
  );
  return (
    <li
      ref={setNodeRef}
      className="py-4"
      style={{
        transform: CSS.Translate.toString(transform),
        transition,
        ...(isDragging ? { background: 'var(--paper-raised)', position: 'relative', zIndex: 3 } : {}),
      }}
    >
      <OrderRow
        scenario={scenario}
        at={at}
        grip={grip}
        arrows={<Arrows {...{ at, of, held, onMove }} title={scenario.title} />}
      />
    </li>
  );
}

function Arrows({ at, of, held, onMove, title }: Omit<RowProps, 'id'> & { title: string }) {
  const announce = useAnnounce();
  const go = (to: number) => {
    onMove(to);
    announce(`${title} is now ${to + 1} of ${of}.`);
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
