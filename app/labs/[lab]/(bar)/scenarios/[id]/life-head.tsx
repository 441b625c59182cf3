import { dotted, moneyText, stuckFor } from '@/app/sessions/[id]/live/deal-words';
import { capital, ordinal } from '@/domain/number-words';
import type { ScenarioLife } from '@/domain/scenario-life';
import { Link } from '@/ui/link';
import { OutcomeTag } from '@/ui/outcomes';
import { LocalTime } from '@/ui/time';
import type { LifeProps } from './life-props';

/** Which deal it is, whose, and how it stands. */
export function LifeHead(props: LifeProps) {
  const { membership, life, name, locale } = props;
  const { lab } = membership;
  const { scenario, checkIns } = life;
  const last = checkIns.at(-1);
  const facts = dotted([
    scenario.account,
    scenario.amount && moneyText(scenario.amount, locale),
    scenario.stage,
    stuckFor(scenario.ageDays)?.toLowerCase(),
  ]);
  return (
    <header className="page-head">
      <div className="min-w-0">
        <p className="meta text-3">
          <Link href={`/labs/${lab.slug}/history`}>History</Link>
          {`, ${whereIn(life)}`}
        </p>
        <h1 className="mt-2 mb-3">{scenario.title}</h1>
        <p className="num soft">
          <b className="text-ink">{capital(name(scenario.repId))}</b>
          {facts && ` · ${facts}`}
        </p>
      </div>
      {last && (
        <div className="life-outcome">
          <OutcomeTag outcome={last.outcome} className="text-6" />
          <p className="meta num mt-1">
            last checked in on <LocalTime at={last.at} form="monthDay" zone={lab.timeZone} fixed />
          </p>
        </div>
      )}
    </header>
  );
}

/** "session 14, second on the seat", or where it waits. */
function whereIn({ turns, waits }: ScenarioLife): string {
  const turn = turns.findLast(({ putOff }) => !putOff);
  if (turn) return `session ${turn.sessionNumber}, ${ordinal(turn.place)} on the seat`;
  return waits ? `waits for session ${waits.number}` : 'not heard yet';
}
