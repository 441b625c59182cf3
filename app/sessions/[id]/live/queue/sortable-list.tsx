'use client';

import { useEffect, useLayoutEffect, useState, type ComponentProps, type ReactNode } from 'react';
import type { Id, Scenario } from '@/domain/session/state';
import { lazyPart } from '@/ui/later';
import { useRoom } from '../connection/use-room';
import { scenarioOf } from '../select';
import { useOrder } from './use-order';

const Dragging = lazyPart(() => import('./dragging').then((module) => module.Dragging), undefined, { patient: true });

/** A deal that waits, where it stands, and what moves it. */
export interface SortableRow {
  scenario: Scenario;
  at: number;
  of: number;
  /** What makes a button the handle, by pointer, touch and keyboard; not to be used before dragging is there. */
  handle: ComponentProps<'button'>;
  move: (to: number) => void;
}

/** What dragging makes of a row. */
type Held = Pick<ComponentProps<'li'>, 'ref' | 'style'> & Pick<SortableRow, 'handle'>;

/** How each row is told what dragging makes of it. */
export type Rows = Map<Id, (held: Held) => void>;

const STANDS: Held = { handle: { 'aria-disabled': true } };

interface SortableListProps {
  className?: string;
  rowClassName: string;
  children: (row: SortableRow) => ReactNode;
}

/**
 * The deals that wait, for a host to put in order. The rows are there at once and stay the same ones, so that nothing is
 * lost of what is pressed in them as dragging comes, which is later.
 */
export function SortableList({ className, rowClassName, children }: SortableListProps) {
  const queue = useOrder();
  const { order, move } = queue;
  const [rows] = useState<Rows>(() => new Map());
  useEffect(() => {
    // A finger comes near only as it touches.
    if (matchMedia('(any-pointer: coarse)').matches) void Dragging.fetch();
  }, []);
  const near = () => void Dragging.fetch();
  return (
    <>
      <ol className={className} onPointerEnter={near} onFocus={near}>
        {order.map((id, at) => (
          <Row
            key={id}
            id={id}
            className={rowClassName}
            rows={rows}
            draw={(scenario, handle) =>
              children({ scenario, at, of: order.length, handle, move: (to) => void move(id, to) })
            }
          />
        ))}
      </ol>
      <Dragging rows={rows} {...queue} />
    </>
  );
}

interface RowProps {
  id: Id;
  className: string;
  rows: Rows;
  draw: (scenario: Scenario, handle: SortableRow['handle']) => ReactNode;
}

function Row({ id, className, rows, draw }: RowProps) {
  const now = useRoom((view) => scenarioOf(view, id));
  const [scenario, setScenario] = useState(now);
  // A deal that is withdrawn while another is held keeps its place until that is put down.
  if (now && now !== scenario) setScenario(now);
  const [{ ref, style, handle }, hold] = useState(STANDS);
  useLayoutEffect(() => {
    rows.set(id, hold);
    return () => void rows.delete(id);
  }, [rows, id]);
  if (!scenario) return null;
  return (
    <li ref={ref} className={className} style={style}>
      {draw(scenario, handle)}
    </li>
  );
}
