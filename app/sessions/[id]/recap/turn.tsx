import type { SessionPlace } from '@/db/session-place';
import type { RecapTurn } from '@/domain/recap';
import type { Contribution, Id } from '@/domain/session';
import type { SessionStatus } from '@/domain/vocabulary';
import { kindLabel } from '@/ui/kinds';
import { MiniLadder } from '@/ui/ladder/mini-ladder';
import { openRungText, roomRead } from '@/domain/ladder';
import { Link } from '@/ui/link';
import { DecisionTag, OutcomeTag } from '@/ui/outcomes';
import { CalendarDay } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { Helpful } from '@/ui/words';

interface TurnProps {
  turn: RecapTurn;
  name: (id: Id) => string;
  place: SessionPlace;
  /** The viewer sat here. */
  own: boolean;
  status: SessionStatus;
}

/** One deal on the hot seat: what the room read, what was decided, and the words that helped. */
export function Turn({ turn, name, place, own, status }: TurnProps) {
  const { scenario, reveal, kept, afterwards } = turn;
  const rung = reveal && openRungText(reveal.lowestOpenRung);
  return (
    <section className="turn" aria-labelledby={`turn-${turn.turnId}`}>
      <div className="tl">
        <MiniLadder
          large
          whose="room"
          read={reveal ? roomRead(reveal.totals) : null}
          open={reveal?.lowestOpenRung ?? null}
          silent={!reveal}
        />
        <div className="min-w-0">
          <h2 id={`turn-${turn.turnId}`}>
            <Link className="plain-link" href={`/labs/${place.lab.slug}/scenarios/${scenario.id}`}>
              {scenario.title}
            </Link>
          </h2>
          <p className="meta num who-line">
            <b>{name(turn.repId)}</b>
            {scenario.account && <span>{scenario.account}</span>}
            {rung && <span>{rung}</span>}
          </p>
        </div>
      </div>
      <div className="tr">
        <Decided turn={turn} open={own && isOpen(status)} place={place} />
        {kept.length > 0 && (
          <div className="kept">
            {turn.helpful > 0 && <Helpful className="mt-0">{turn.helpful} marked helpful</Helpful>}
            {kept.map((one) => (
              <Words key={one.id} one={one} name={name} />
            ))}
          </div>
        )}
        {afterwards.length > 0 && (
          <div className="afterwards">
            <h3>Afterwards</h3>
            {afterwards.map((one) => (
              <Words key={one.id} one={one} name={name} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

function isOpen(status: SessionStatus): boolean {
  return status === 'live' || status === 'closing';
}

function Decided({ turn, open, place }: { turn: RecapTurn; open: boolean; place: SessionPlace }) {
  const { commitment } = turn;
  if (!commitment && turn.putOff) return <p className="soft">Put off: it waits for another turn.</p>;
  if (!commitment) {
    return (
      <div>
        <p className="soft">{open ? 'You have not committed yet.' : 'No commitment.'}</p>
        {open && (
          <p className="no-print mt-2">
            <Link href={`/sessions/${place.id}/live`}>Commit in the room, until the session ends</Link>
          </p>
        )}
      </div>
    );
  }
  const { decision, nextStep, dueOn, checkIn } = commitment;
  return (
    <div>
      <DecisionTag decision={decision} className="decision" />
      {nextStep && <Voice className="said-here">{nextStep}</Voice>}
      {dueOn && (
        <p className="meta num mt-1">
          By <CalendarDay day={dueOn} />
        </p>
      )}
      {checkIn && (
        <p className="meta row wrap mt-2">
          <OutcomeTag outcome={checkIn.outcome} /> {checkIn.note}
        </p>
      )}
    </div>
  );
}

function Words({ one, name }: { one: Contribution; name: (id: Id) => string }) {
  return (
    <div className="words">
      <Voice className="said-here">{one.body}</Voice>
      <p className="meta mt-1">
        {kindLabel(one.kind)}, {name(one.by)}
      </p>
    </div>
  );
}
