import { listed } from '@/domain/listed';
import { capital, counted, ordinal } from '@/domain/number-words';
import type { LifeCommitment, LifeEntry } from '@/domain/scenario-life';
import { wallClock } from '@/domain/time-zone';
import { firstName } from '@/domain/vocabulary';
import { Link } from '@/ui/link';
import { decisionLabel, DecisionIcon } from '@/ui/outcomes';
import { PageLinks } from '@/ui/page-links';
import { CalendarDay, LocalTime } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { CheckedIn } from './checked-in';
import { Entry } from './entry';
import type { LifeProps } from './life-props';
import { NextCheckIn } from './next-check-in';
import type { ShownLife } from './shown-life';
import { TurnEntry } from './turn-entry';

interface TimelineProps extends LifeProps {
  shown: ShownLife;
}

/** What became of a deal, oldest first, and what comes next. */
export function Timeline(props: TimelineProps) {
  const { timeZone } = props.membership.lab;
  const year = yearOf(new Date(serverNow()).toISOString(), timeZone);
  const { entries, page, last } = props.shown;
  const to = (other: number) => addressOf(props, other);
  const days = entries.map(({ at }) => wallClock(new Date(at), timeZone).day);
  return (
    <section className="life-line" aria-labelledby="became">
      <h2 id="became">What became of it</h2>
      <ol>
        {entries.map((entry, at) => (
          <Entry
            key={`${entry.type}-${idOf(entry)}`}
            when={
              days[at] === days[at - 1] ? (
                <>
                  <LocalTime at={entry.at} form="time" zone={timeZone} fixed /> that day
                </>
              ) : (
                <LocalTime
                  at={entry.at}
                  form={yearOf(entry.at, timeZone) === year ? 'shortDay' : 'fullShortDay'}
                  zone={timeZone}
                  fixed
                />
              )
            }
            room={entry.type === 'turn' || entry.type === 'answer'}
          >
            <Told {...props} entry={entry} />
          </Entry>
        ))}
        {page === last && (
          <>
            <Waiting {...props} />
            <NextCheckIn {...props} />
          </>
        )}
      </ol>
      <PageLinks label="Pages of what became of it" {...{ page, last, to }} before="Earlier" after="Later" />
    </section>
  );
}

/** Where a page of the line is; the newest is there without a number. */
function addressOf({ membership, life, shown }: TimelineProps, page: number): string {
  const at = `/labs/${membership.lab.slug}/scenarios/${life.scenario.id}`;
  return page === shown.last ? at : `${at}?page=${page}`;
}

function Told({ entry, ...props }: TimelineProps & { entry: LifeEntry }) {
  const { life, name } = props;
  switch (entry.type) {
    case 'brought': {
      const seconds = life.scenario.seconds.map(name);
      return (
        <p>
          {capital(firstName(name(life.scenario.repId)))} put it in the queue.{' '}
          {seconds.length > 0 && <span className="meta">Seconded by {listed(seconds)}.</span>}
        </p>
      );
    }
    case 'turn': {
      const told = props.shown.turns.find(({ turn }) => turn.id === entry.turn.id);
      const again = life.turns.find(({ putOff }) => !putOff)?.id !== entry.turn.id;
      return told && <TurnEntry {...props} told={told} again={again} here={addressOf(props, props.shown.page)} />;
    }
    case 'commitment':
      return <Committed {...props} commitment={entry.commitment} />;
    case 'answer':
      return (
        <>
          <p className="meta b">
            In the closing round {name(entry.answer.askedBy)} asked: <span dir="auto">{entry.answer.question}</span>
          </p>
          <p className="said mt-[6px]" dir="auto">
            {entry.answer.body}
          </p>
        </>
      );
    case 'check_in':
      return <CheckedIn {...props} checkIn={entry.checkIn} />;
  }
}

function Committed({ commitment, name }: LifeProps & { commitment: LifeCommitment }) {
  const { decision, nextStep, dueOn, usesOf } = commitment;
  return (
    <>
      <h3 className="row gap-[9px]">
        <DecisionIcon decision={decision} />
        {decisionLabel(decision)}
      </h3>
      {nextStep && <Voice className="mt-[6px] text-5 leading-[1.36]">{nextStep}</Voice>}
      {(dueOn || usesOf.length > 0) && (
        <p className="meta num mt-1">
          {dueOn && (
            <>
              By <CalendarDay day={dueOn} stop />{' '}
            </>
          )}
          {usesOf.length > 0 && `Uses words of ${listed(usesOf.map(name))}.`}
        </p>
      )}
    </>
  );
}

/** A deal that waits says for which session, and where in its queue. */
function Waiting(props: LifeProps) {
  const { waits, scenario } = props.life;
  if (!waits) return null;
  const meets = waits.status !== 'scheduled';
  return (
    <Entry when={<LocalTime at={waits.startsAt} form="monthDay" zone={props.membership.lab.timeZone} fixed />}>
      <p>
        It waits for{' '}
        <Link href={`/sessions/${waits.sessionId}`}>
          session {waits.number}
          {meets && ', which meets now'}
        </Link>
        , {ordinal(waits.place)} in the queue.{' '}
        <span className="meta">
          {scenario.carriedWeeks > 0 && `${capital(counted(scenario.carriedWeeks, 'time'))} carried over. `}
          {scenario.deferred && 'A host put it off, because its rep was not there.'}
        </span>
      </p>
    </Entry>
  );
}

function idOf(entry: LifeEntry): string {
  switch (entry.type) {
    case 'brought':
      return '';
    case 'turn':
      return entry.turn.id;
    case 'commitment':
      return entry.commitment.id;
    case 'answer':
      return entry.answer.questionId;
    case 'check_in':
      return entry.checkIn.id;
  }
}

/** The year of an instant, as the lab's calendar has it. */
function yearOf(at: string, timeZone: string): string {
  return wallClock(new Date(at), timeZone).day.slice(0, 4);
}

function serverNow(): number {
  return Date.now();
}
