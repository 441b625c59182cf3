'use client';

import type { Id } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { useRoom } from '../connection/use-room';
import type { RoomView } from '../connection/room-view';
import { firstNameOf, kindsNow, may, seatOf } from '../select';

function repOf(view: RoomView, turnId: Id): string {
  const turn = view.state?.turns.find(({ id }) => id === turnId);
  return turn ? firstNameOf(view, turn.repId) : 'an earlier deal';
}

/** Words that were begun for a deal that no longer sits there: late, or for the one that does. */
export function Astray({ turnId, onLate, onUseHere }: { turnId: Id; onLate: () => void; onUseHere: () => void }) {
  const rep = useRoom((view) => repOf(view, turnId));
  const here = useRoom((view) => firstNameOf(view, seatOf(view) ?? ''));
  const late = useRoom((view) => may(view, 'contribution.add', { late: true }));
  const mayHere = useRoom((view) => kindsNow(view).length > 0);
  return (
    <div className="pt-2">
      <p className="meta">You began this for {rep}. It is kept.</p>
      <div className="row wrap mt-2 gap-2">
        {late && (
          <Button size="sm" variant="ink" onClick={onLate}>
            Send it late to {rep}
          </Button>
        )}
        {mayHere && (
          <Button size="sm" variant="plain" onClick={onUseHere}>
            It is for {here}
          </Button>
        )}
      </div>
    </div>
  );
}
