import type { SessionRecap } from '@/db/recap';
import { countedInFigures } from '@/domain/number-words';

/** On paper: the pledge and the counts. On a screen the counts stand at the top. */
export function RecapFoot({ source, pledge }: { source: SessionRecap; pledge: string }) {
  const { contributions, helpful } = source.recap.counts;
  return (
    <footer className="recap-foot meta num">
      <span>{pledge}</span>
      <span className="on-paper">
        {source.inTheRoom} in the room, {countedInFigures(contributions, 'contribution')}, {helpful} marked helpful
      </span>
    </footer>
  );
}
