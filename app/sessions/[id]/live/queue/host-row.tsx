'use client';

import type { ComponentProps } from 'react';
import { GripVertical } from 'lucide-react';
import type { Scenario } from '@/domain/session/state';
import { Icon } from '@/ui/icon';
import { HostMenu } from './host-menu';
import { QueueItem } from './queue-item';
import { SeatIt } from './seat-it';

interface HostRowProps {
  scenario: Scenario;
  at: number;
  last: boolean;
  /** What makes the handle drag. */
  handle: ComponentProps<'button'>;
}

/** A waiting deal as a host has it: a handle, a menu, and at the head of the queue the seat. */
export function HostRow({ scenario, at, last, handle }: HostRowProps) {
  return (
    <>
      <button
        type="button"
        {...handle}
        className="grip absolute top-3 -left-4 grid in-[.queue-item:first-child]:top-[3px] size-11 cursor-grab touch-none items-center justify-items-start text-ink-3 xl:-left-5"
        aria-label={`Move ${scenario.title}`}
      >
        <Icon as={GripVertical} />
      </button>
      <QueueItem scenario={scenario} next={at === 0} aside={<HostMenu scenario={scenario} at={at} last={last} />}>
        {at === 0 && <SeatIt scenario={scenario} />}
      </QueueItem>
    </>
  );
}
