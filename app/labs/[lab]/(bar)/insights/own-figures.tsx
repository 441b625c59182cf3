import type { Insights } from '@/db/insights';
import { CalibrationFigure } from './calibration-figure';
import type { Look } from './look';
import { OwnPressure } from './pressure-figures';

/** What somebody sees of themselves, and nobody else of them. */
export function OwnFigures({ look, seen, userId }: { look: Look; seen: Insights; userId: string }) {
  const turns = seen.turns.filter(({ repId }) => repId === userId);
  if (seen.own.length + turns.length === 0) return null;
  return (
    <section aria-labelledby="own-title">
      <h2 id="own-title" className="own-title">
        For you alone
      </h2>
      <div className="figs">
        <OwnPressure look={look} cases={seen.own} />
        <CalibrationFigure look={look} turns={turns} whose="own" />
      </div>
    </section>
  );
}
