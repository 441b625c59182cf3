'use client';

import type { Phase } from '@/domain/vocabulary';
import { useRoom } from '../connection/use-room';
import { firstNameOf, meOf, seatOf } from '../select';

/** A stream in which nothing stands yet, and what belongs there. */
export function StreamEmpty({ phase, filtered }: { phase: Phase; filtered: boolean }) {
  const rep = useRoom((view) => firstNameOf(view, seatOf(view) ?? ''));
  const own = useRoom((view) => meOf(view) === seatOf(view));
  const says = filtered
    ? 'Nothing of this kind yet.'
    : {
        present: `${rep} has the word. The room listens.`,
        clarify: own
          ? 'They ask what they would need to know. Answer what you can.'
          : 'Ask what you would need to know to help.',
        coach: 'Coach has begun. Start with a question you would be afraid to be asked.',
        commit: `${rep} decides. The room is quiet.`,
      }[phase];
  return (
    <div className="py-4">
      <p className="mt">{says}</p>
    </div>
  );
}
