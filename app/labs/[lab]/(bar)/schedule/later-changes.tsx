import { Rhythm } from '@/app/rhythm';
import type { ScheduleRule } from '@/domain/schedule';
import { CalendarDay } from '@/ui/time';
import { TakeBack } from './take-back';

interface LaterChangesProps {
  slug: string;
  /** What holds now. */
  holds: ScheduleRule;
  /** The changes that are still to hold, in order. */
  later: ScheduleRule[];
  /** The viewer may take one back. */
  may: boolean;
}

/** From which day on the lab meets otherwise, and how. */
export function LaterChanges({ slug, holds, later, may }: LaterChangesProps) {
  return (
    <div className="mt-6">
      <h3 id="later">The schedule changes</h3>
      <p className="soft">
        Now: <Rhythm rule={holds} />.
      </p>
      <ul className="list mt-2" aria-labelledby="later">
        {later.map((rule) => (
          <li key={rule.fromDay} className="row between wrap py-3">
            <div className="grow basis-60">
              <span className="b">
                From <CalendarDay day={rule.fromDay} form="fullDay" /> on
              </span>
              <div className="meta num">
                <Rhythm rule={rule} />
              </div>
            </div>
            {may && <TakeBack slug={slug} fromDay={rule.fromDay} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
