'use client';

import type { Ref } from 'react';
import type { Commitment, Id } from '@/domain/session/state';
import { DecisionTag } from '@/ui/outcomes';
import { LiveVoice } from '@/ui/live-voice';
import { CalendarDay } from '@/ui/time';
import { useRoom } from '../connection/use-room';
import type { RoomView } from '../connection/room-view';
import { nameOf } from '../select';

interface CommittedProps {
  commitment: Commitment;
  turn: { repId: Id };
  className?: string;
  ref?: Ref<HTMLElement>;
}

/** What was decided, in the rep's words, and whose coaching it rests on. */
export function Committed({ commitment, className, ref }: CommittedProps) {
  const authors = useRoom((view) => namesOf(view, commitment.usesOf));
  return (
    <section ref={ref} aria-label="The commitment" className={`border-y border-rule py-4 ${className ?? ''}`}>
      <DecisionTag decision={commitment.decision} className="text-5" />
      {commitment.nextStep && <LiveVoice className="mt-2 text-5 leading-[1.36]">{commitment.nextStep}</LiveVoice>}
      <p className="meta mt-2">
        {commitment.dueOn && (
          <>
            By <CalendarDay day={commitment.dueOn} form="day" stop />
          </>
        )}
        {authors && ` It uses what ${authors} said.`}
      </p>
    </section>
  );
}

function namesOf(view: RoomView, ids: readonly Id[]): string {
  const names = ids.map((id) => nameOf(view, id));
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}
