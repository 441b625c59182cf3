import type { PhaseCase, SessionCase, TurnCase } from '@/domain/insights/cases';
import { phaseTimesOf, turnsOver, usuallyInTheRoom, waitingOf } from '@/domain/insights/meeting';
import { groupBy } from '@/domain/insights/numbers';
import { capital, counted, inWords } from '@/domain/number-words';
import { Bars } from './charts/bars';
import { Figure } from './figure';
import { daysText, minutes, timeFinding, WAITED } from './findings';
import type { Look } from './look';
import { turnCase } from './turn-case';

interface MeetingFiguresProps {
  look: Look;
  turns: readonly TurnCase[];
  phases: readonly PhaseCase[];
  sessions: readonly SessionCase[];
}

/** How the meetings themselves go: time against plan, who comes, how long deals wait. */
export function MeetingFigures({ look, turns, phases, sessions }: MeetingFiguresProps) {
  return (
    <>
      <TimeFigure look={look} phases={phases} turns={turns} />
      <WaitingFigure look={look} turns={turns} />
      <AttendanceFigure look={look} sessions={sessions} />
    </>
  );
}

function TimeFigure({ look, phases, turns }: Pick<MeetingFiguresProps, 'look' | 'phases' | 'turns'>) {
  const times = phaseTimesOf(phases);
  const { turns: timed, over } = turnsOver(phases);
  const byTurn = groupBy(phases, ({ turnId }) => turnId);
  return (
    <Figure
      look={look}
      id="time"
      finding={timeFinding(times)}
      what="Time per turn against plan"
      rests={timed}
      noun="turn"
      chart={
        <Bars
          bars={times.map(({ phase, took, planned }) => ({
            key: phase,
            label: capital(phase),
            value: took,
            beside: planned,
            text: minutes(took),
          }))}
        />
      }
      table={{
        head: ['Phase', 'Turns', 'Planned, minutes', 'Took, minutes'],
        rows: times.map(({ phase, turns: count, planned, took }) => [
          capital(phase),
          count,
          minutes(planned),
          minutes(took),
        ]),
      }}
      cases={turns.flatMap((turn) => {
        const own = byTurn.get(turn.turnId);
        return own
          ? [turnCase(look, turn, own.map(({ phase, seconds }) => `${phase} ${minutes(seconds)}`).join(', '))]
          : [];
      })}
    >
      The middle of {counted(timed, 'turn')}, while the clock ran; hollow is the plan. {capital(inWords(over))}{' '}
      {over === 1 ? 'turn' : 'turns'} took over a tenth longer than all four phases.
    </Figure>
  );
}

function WaitingFigure({ look, turns }: Pick<MeetingFiguresProps, 'look' | 'turns'>) {
  const { days, cases } = waitingOf(turns);
  const bars = WAITED.map(({ from, to, ...one }) => ({
    ...one,
    value: cases.filter((waited) => waited.days >= from && waited.days < to).length,
  }));
  return (
    <Figure
      look={look}
      id="waiting"
      size="narrow"
      finding={`Deals wait ${daysText(days ?? 0) === 'no days' ? 'less than a day' : daysText(days ?? 0)}`}
      what="Waiting time in the queue"
      rests={cases.length}
      noun="deal"
      chart={<Bars bars={bars} />}
      table={{
        head: ['From the queue to the hot seat', 'Deals'],
        rows: bars.map(({ label, value }) => [label, value]),
      }}
      cases={cases.map(({ turn, days: waited }) => turnCase(look, turn, `waited ${daysText(waited)}`))}
    >
      The middle of {counted(cases.length, 'deal')}, from being brought to the first turn.
    </Figure>
  );
}

const MOST_SESSIONS = 12;

function AttendanceFigure({ look, sessions }: Pick<MeetingFiguresProps, 'look' | 'sessions'>) {
  const usual = usuallyInTheRoom(sessions) ?? 0;
  const drawn = sessions.slice(-MOST_SESSIONS);
  return (
    <Figure
      look={look}
      id="attendance"
      finding={`${capital(counted(usual, 'person', 'people'))} on an ordinary week`}
      what="Attendance"
      rests={sessions.length}
      noun="session"
      chart={
        <Bars
          bars={drawn.map(({ id, number, inTheRoom }) => ({ key: id, label: `Session ${number}`, value: inTheRoom }))}
        />
      }
      table={{
        head: ['Session', 'In the room'],
        rows: sessions.map(({ number, inTheRoom }) => [number, inTheRoom]),
      }}
      cases={[...sessions].reverse().map(({ id, number, inTheRoom }) => ({
        key: id,
        href: `/sessions/${id}/recap`,
        label: `Session ${number}`,
        meta: `${inTheRoom} in the room`,
      }))}
    >
      Who was in the room, those who listen in not counted, over {counted(sessions.length, 'session')}
      {drawn.length < sessions.length && `; the last ${inWords(drawn.length)} are drawn`}.
    </Figure>
  );
}
