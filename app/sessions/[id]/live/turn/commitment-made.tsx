'use client';

import { DecisionTag } from '@/ui/outcomes';
import { useRoom } from '../connection/use-room';
import { firstNameOf, turnOf } from '../select';
import { Committed } from '../commit/committed';

/** What the hot seat has just decided, for everyone. `folds`: into a line, where it takes the room of what is said. */
export function CommitmentMade({ folds }: { folds?: boolean }) {
  const commitment = useRoom((view) => turnOf(view)?.commitment);
  const repId = useRoom((view) => turnOf(view)?.repId ?? '');
  const rep = useRoom((view) => firstNameOf(view, repId));
  if (!commitment) return null;
  if (!folds) return <Committed commitment={commitment} turn={{ repId }} className="mb-5" />;
  return (
    <details open className="border-b border-rule">
      <summary>
        <DecisionTag decision={commitment.decision} className="mr-3" />
        <span className="meta">{rep} has committed</span>
      </summary>
      <div
        className="max-h-[20dvh] overflow-y-auto focus-visible:-outline-offset-3"
        tabIndex={0}
        role="group"
        aria-label={`What ${rep} committed to, to scroll`}
      >
        <Committed commitment={commitment} turn={{ repId }} />
      </div>
    </details>
  );
}
