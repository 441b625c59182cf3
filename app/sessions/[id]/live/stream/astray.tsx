'use client';

import { Button } from '@/ui/button';
import { useRoom } from '../connection/use-room';
import { firstNameOf, kindsNow, may, seatOf } from '../select';

interface AstrayProps {
  /** Names the line that says so, for the field. */
  id: string;
  line: string;
  /** For whom they were begun. */
  rep: string;
  onLate: () => void;
  onUseHere: () => void;
}

/** Words that were begun for a deal that no longer sits there: late, or for the one that does. */
export function Astray({ id, line, rep, onLate, onUseHere }: AstrayProps) {
  const here = useRoom((view) => firstNameOf(view, seatOf(view) ?? ''));
  const late = useRoom((view) => may(view, 'contribution.add', { late: true }));
  const mayHere = useRoom((view) => kindsNow(view).length > 0);
  return (
    <div className="pt-2">
      <p id={id} className="meta">
        {line}
      </p>
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
