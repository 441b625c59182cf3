'use client';

import { useBuilt } from '../use-session';
import { ownWordsInputs, refusedOf } from './own-words';
import { Refused } from './refused';

/** Everything of this viewer's that was refused, until they have decided. */
export function RefusedWords({ className }: { className?: string }) {
  const refused = useBuilt(ownWordsInputs, refusedOf);
  if (refused.length === 0) return null;
  return (
    <div className={className}>
      {refused.map((word) => (
        <Refused key={word.id} word={word} />
      ))}
    </div>
  );
}
