'use client';

import { useEffect, useState, type ComponentProps, type ReactNode } from 'react';
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
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
import type { Id, Scenario } from '@/domain/session/state';
import { useConnection, useRoom } from '../connection/use-room';
import { scenarioOf } from '../select';
import { useOrder } from './use-order';

/** A deal that waits, where it stands, and what moves it. */
export interface SortableRow {
  scenario: Scenario;
  at: number;
  of: number;
  /** What makes a button the handle, by pointer, touch and keyboard. */
  handle: ComponentProps<'button'>;
  move: (to: number) => void;
}

interface SortableListProps {
  className?: string;
  rowClassName: string;
  /** The deal whose handle had the focus when this took over. */
  focus?: Id | null;
  children: (row: SortableRow) => ReactNode;
}

/** The deals that wait, for a host to put in order. */
export function SortableList({ className, rowClassName, focus, children }: SortableListProps) {
  const { order, move, lift, letGo } = useOrder();
  const away = useRoom((view) => view.link !== 'here');
  const announcements = useWords(order);
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
      accessibility={{ announcements }}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragStart={lift}
      onDragCancel={letGo}
      onDragEnd={onDragEnd}
    >
      <SortableContext items={[...order]} strategy={verticalListSortingStrategy} disabled={away}>
        <ol className={className}>
          {order.map((id, at) => (
            <Row
              key={id}
              id={id}
              className={rowClassName}
              focus={id === focus}
              draw={(scenario, handle) =>
                children({ scenario, at, of: order.length, handle, move: (to) => void move(id, to) })
              }
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

/** What is said to whoever doesn't see it move. */
function useWords(order: readonly Id[]): Announcements {
  const connection = useConnection();
  const titleOf = (id: UniqueIdentifier) => scenarioOf(connection.view, String(id))?.title ?? 'The deal';
  const placeOf = (id: UniqueIdentifier) => `place ${order.indexOf(String(id)) + 1} of ${order.length}`;
  return {
    onDragStart: ({ active }) => `${titleOf(active.id)} is lifted, from ${placeOf(active.id)}.`,
    onDragOver: ({ over }) => (over ? `Over ${placeOf(over.id)}.` : undefined),
    onDragEnd: ({ active, over }) => (over ? `${titleOf(active.id)} is put down at ${placeOf(over.id)}.` : undefined),
    onDragCancel: ({ active }) => `${titleOf(active.id)} stays where it was.`,
  };
}

interface RowProps {
  id: Id;
  className: string;
  focus: boolean;
  draw: (scenario: Scenario, handle: ComponentProps<'button'>) => ReactNode;
}

function Row({ id, className, focus, draw }: RowProps) {
  const now = useRoom((view) => scenarioOf(view, id));
  const [scenario, setScenario] = useState(now);
  // A deal that is withdrawn while another is held keeps its place until that is put down.
  if (now && now !== scenario) setScenario(now);
  const { node, setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    useSortable({ id });
  useEffect(() => {
    if (focus) node.current?.querySelector<HTMLElement>('[aria-roledescription]')?.focus();
  }, [focus, node]);
  if (!scenario) return null;
  return (
    <li
      ref={setNodeRef}
      className={className}
      style={{
        transform: CSS.Translate.toString(transform),
        transition,
        ...(isDragging ? { background: 'var(--paper-raised)', position: 'relative', zIndex: 3 } : {}),
      }}
    >
      {draw(scenario, { ...attributes, ...listeners, ref: setActivatorNodeRef })}
    </li>
  );
}
