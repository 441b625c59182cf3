'use client';

import { DecisionTag } from '@/ui/outcomes';
import { useRoom } from '../connection/use-room';
import { firstNameOf, turnOf } from '../select';
import { Committed } from '../commit/committed';

/** What the hot seat has just decided, for everyone. `folded`: in a line, where it would take the room of what is said. */
export function CommitmentMade({ folded }: { folded?: boolean }) {
  const commitment = useRoom((view) => turnOf(view)?.commitment);
  const repId = useRoom((view) => turnOf(view)?.repId ?? '');
  const rep = useRoom((view) => firstNameOf(view, repId));
  if (!commitment) return null;
  if (!folded) return <Committed commitment={commitment} turn={{ repId }} className="mb-5" />;
  return (
    <details className="border-b border-rule">
      <summary className="row min-h-hit cursor-pointer gap-3">
        <DecisionTag decision={commitment.decision} />
        <span className="meta">{rep} has committed</span>
      </summary>
      <div className="max-h-[40dvh] overflow-y-auto">
        <Committed commitment={commitment} turn={{ repId }} />
      </div>
    </details>
  );
}
