'use client';

import { capital } from '@/domain/number-words';
import type { RollCallItem } from '@/domain/session/state';
import { DecisionTag, OutcomeTag } from '@/ui/outcomes';
import { CalendarDay } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { becameOf } from '../live/roll-call/items';
import { useSession } from '../live/use-session';
import { useNames } from './use-names';

/** The roll call: last time's commitments, and what had been said of each by then. */
export function PastRollCall() {
  const items = useSession((state) => state.rollCall);
  const asked = items.filter(becameOf).length;
  return (
    <section className="room-mid" aria-label="The room, then" tabIndex={0}>
      <h2>Roll call</h2>
      <p className="meta num mt-2">
        {asked} of {items.length} had been asked.
      </p>
      <ol className="mt-5 max-w-[760px]">
        {items.map((item) => (
          <Item key={item.commitmentId} item={item} />
        ))}
      </ol>
    </section>
  );
}

function Item({ item }: { item: RollCallItem }) {
  const names = useNames();
  const became = becameOf(item);
  return (
    <li className="border-t border-rule py-4">
      <p className="row wrap gap-x-4 gap-y-1">
        <b>{capital(names(item.repId))}</b>
        <span className="meta">{item.title}</span>
        <DecisionTag decision={item.decision} className="small" />
        {item.dueOn && (
          <span className="meta num">
            By <CalendarDay day={item.dueOn} />
          </span>
        )}
      </p>
      {item.nextStep && <Voice className="mt-1">{item.nextStep}</Voice>}
      {became ? (
        <p className="row wrap mt-2 gap-3">
          <OutcomeTag outcome={became.outcome} />
          {became.note && <span className="voice">{became.note}</span>}
        </p>
      ) : (
        <p className="meta mt-2">Not asked yet.</p>
      )}
    </li>
  );
}
