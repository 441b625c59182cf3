import { capital } from '@/domain/number-words';
import type { Id, RollCallNow } from '@/domain/session';
import { ClimbLine } from '@/ui/ladder/climb-line';
import { decisionLabel, OutcomeTag } from '@/ui/outcomes';
import { Voice } from '@/ui/voice';

/** What became of last time's commitments, as far as the session heard. */
export function RollCalled({ items, name }: { items: readonly RollCallNow[]; name: (id: Id) => string }) {
  if (items.length === 0) return null;
  return (
    <section className="more" aria-labelledby="roll-called">
      <h2 id="roll-called">Roll call</h2>
      <ul className="as">
        {items.map((item) => (
          <One key={item.commitmentId} item={item} name={name} />
        ))}
      </ul>
    </section>
  );
}

function One({ item, name }: { item: RollCallNow; name: (id: Id) => string }) {
  const became = item.checkIn ?? item.checkedIn;
  return (
    <li>
      <p>
        <b className="small">{capital(name(item.repId))}</b> <span className="meta">{item.account ?? item.title}</span>
      </p>
      <p className="meta">
        {decisionLabel(item.decision)}
        {item.nextStep && `: ${item.nextStep}`}
      </p>
      {became ? <OutcomeTag outcome={became.outcome} className="mt-1" /> : <p className="meta mt-1">No word yet.</p>}
      {became?.note && <Voice>{became.note}</Voice>}
      <ClimbLine held={item.held} ladder={item.ladder} />
    </li>
  );
}
