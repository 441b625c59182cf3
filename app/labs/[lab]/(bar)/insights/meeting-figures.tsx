import type { PhaseCase, SessionCase, TurnCase } from '@/domain/insights/cases';
import { phaseTimesOf, turnsOver, usuallyInTheRoom, waitingOf } from '@/domain/insights/meeting';
import { capital, counted, inWords } from '@/domain/number-words';
import { Bars } from './charts/bars';
import { Figure } from './figure';
import { daysText, minutes, timeFinding } from './findings';
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
  const seconds = new Map<string, number>();
  for (const one of phases) seconds.set(one.turnId, (seconds.get(one.turnId) ?? 0) + one.seconds);
  return (
    <Figure
      look={look}
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
      cases={turns
        .filter(({ turnId }) => seconds.has(turnId))
        .map((turn) => turnCase(look, turn, `${minutes(seconds.get(turn.turnId) ?? 0)} on the hot seat`))}
    >
      The middle of {counted(timed, 'turn')}, while the clock ran; hollow is the plan. {capital(inWords(over))}{' '}
      {over === 1 ? 'turn' : 'turns'} took over a tenth longer than all four phases.
    </Figure>
  );
}

function WaitingFigure({ look, turns }: Pick<MeetingFiguresProps, 'look' | 'turns'>) {
  const { days, cases } = waitingOf(turns);
  const week = (from: number, to: number) => cases.filter((one) => one.days >= from && one.days < to).length;
  const bars = [
    { key: 'same', label: 'Within a day', value: week(0, 1) },
    { key: 'week', label: 'Within a week', value: week(1, 8) },
    { key: 'fortnight', label: 'Within two', value: week(8, 15) },
    { key: 'longer', label: 'Longer', value: week(15, Infinity) },
  ];
  return (
    <Figure
      look={look}
      narrow
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
