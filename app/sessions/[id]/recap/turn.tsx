import clsx from 'clsx';
import type { SessionPlace } from '@/db/session-place';
import { capital } from '@/domain/number-words';
import type { RecapTurn } from '@/domain/recap';
import type { Contribution, Id } from '@/domain/session';
import { kindLabel } from '@/ui/kinds';
import { MiniLadder } from '@/ui/ladder/mini-ladder';
import { openRungText, roomRead } from '@/domain/ladder';
import { Link } from '@/ui/link';
import { DecisionTag, OutcomeTag } from '@/ui/outcomes';
import { onPaper } from '@/ui/on-paper';
import { CalendarDay } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { Helpful } from '@/ui/words';

/** So many characters are half a page of paper, in the columns of a turn. */
const MUCH = 1_000;

interface TurnProps {
  turn: RecapTurn;
  name: (id: Id) => string;
  place: SessionPlace;
  /** The viewer sat here, and commits in the room, or will once the turn under way is over. */
  commits: 'now' | 'later' | undefined;
}

/** One deal on the hot seat: what the room read, what was decided, and the words that helped. */
export function Turn({ turn, name, place, commits }: TurnProps) {
  const { scenario, reveal, kept, afterwards } = turn;
  const rung = reveal && openRungText(reveal.lowestOpenRung);
  const written = [turn.commitment?.nextStep ?? '', ...[...kept, ...afterwards].map(({ body }) => body)];
  return (
    <section className={clsx('turn', onPaper(written, MUCH))} aria-labelledby={`turn-${turn.turnId}`}>
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
            <b>{capital(name(turn.repId))}</b>
            {scenario.account && <span>{scenario.account}</span>}
            {rung && <span>{rung}</span>}
          </p>
        </div>
      </div>
      <div className="tr">
        <Decided {...{ turn, commits, place }} />
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

function Decided({ turn, commits, place }: Pick<TurnProps, 'turn' | 'commits' | 'place'>) {
  const { commitment } = turn;
  if (!commitment && turn.putOff) return <p className="soft">Put off: it waits for another turn.</p>;
  if (!commitment) {
    return (
      <div>
        <p className="soft">{commits ? 'You have not committed yet.' : 'No commitment.'}</p>
        {commits === 'now' && (
          <p className="no-print mt-2">
            <Link href={`/sessions/${place.id}/live`}>Commit in the room, until the session ends</Link>
          </p>
        )}
        {commits === 'later' && (
          <p className="meta no-print mt-2">
            Once the turn under way is over you can commit in the room, until the session ends.
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
    <div className={clsx('words', onPaper([one.body]))}>
      <Voice className="said-here">{one.body}</Voice>
      <p className="meta mt-1">
        {kindLabel(one.kind)}, {name(one.by)}
      </p>
    </div>
  );
}
