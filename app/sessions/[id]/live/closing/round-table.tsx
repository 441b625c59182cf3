'use client';

import { Check } from 'lucide-react';
import type { FloorQuestion } from '@/domain/session/state';
import { Icon } from '@/ui/icon';
import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';
import { Badge } from '../badge';
import { nameOf } from '../select';
import { tableOf } from './table';
import { useWriters } from './use-writers';

const whole = (view: RoomView) => view;

/** Who has answered the question on the floor, who is writing, and whom the room waits for. */
export function RoundTable({ question }: { question: FloorQuestion | undefined }) {
  const view = useRoom(whole);
  const seats = tableOf(view, question, useWriters());
  const answered = seats.filter(({ does }) => does === 'answered').length;
  return (
    <section aria-label="Round the table">
      <div className="row between mb-[6px]">
        <h2 className="text-2 tracking-normal">Round the table</h2>
        {question && (
          <span className="meta num">
            {answered} of {seats.length}
          </span>
        )}
      </div>
      <ol>
        {seats.map(({ id, does }) => (
          <li key={id} className="flex items-center gap-[10px] border-t border-rule py-[9px] first:border-0">
            <Badge id={id} />
            <span className="min-w-0 break-words">{nameOf(view, id)}</span>
            {question && (
              <span className="meta ml-auto">{does === 'answered' ? <Icon as={Check} label="answered" /> : does}</span>
            )}
          </li>
        ))}
      </ol>
      {seats.length === 0 && <p className="meta">No rep is in the room.</p>}
    </section>
  );
}
