import { climbsOf, gapsOf, readsOf, stallOf, type Climb, type RevealedCase } from '@/domain/insights/rungs';
import type { TurnCase } from '@/domain/insights/cases';
import { capital, counted, inWords } from '@/domain/number-words';
import { RUNGS } from '@/domain/vocabulary';
import { GapChart } from './charts/gap-chart';
import { StallChart } from './charts/stall-chart';
import { Bars } from './charts/bars';
import { Figure } from './figure';
import { climbFinding, gapFinding, stallFinding } from './findings';
import type { Look } from './look';
import { turnCase } from './turn-case';

interface RungFiguresProps {
  look: Look;
  turns: readonly TurnCase[];
}

/** Where the deals stand on the ladder, how far the reads lie apart, and how the ladders climbed. */
export function RungFigures({ look, turns }: RungFiguresProps) {
  return (
    <>
      <StallFigure look={look} turns={turns} />
      <GapFigure look={look} turns={turns} />
      <ClimbFigure look={look} turns={turns} />
    </>
  );
}

function StallFigure({ look, turns }: RungFiguresProps) {
  const stall = stallOf(turns);
  const { cases, most, noneOpen, room, rep } = stall;
  return (
    <Figure
      look={look}
      id="ladder"
      finding={stallFinding(stall)}
      what="Where deals stand on the ladder"
      rests={cases.length}
      noun="deal"
      chart={<StallChart counts={room.map(({ length }) => length)} most={most} />}
      table={{
        head: ['Lowest open rung', 'Deals, by the room’s read', 'Deals, by the rep’s read'],
        rows: [
          ...RUNGS.map((statement, at) => [`${at + 1}. ${statement}`, room[at]?.length ?? 0, rep[at]?.length ?? 0]),
          ['None open', noneOpen, cases.length - rep.reduce((sum, { length }) => sum + length, 0)],
        ],
      }}
      cases={cases.map((turn) =>
        turnCase(look, turn, `${openText(turn, room)} by the room, ${openText(turn, rep)} by the rep`),
      )}
    >
      The lowest open rung of {counted(cases.length, 'deal')}, by the room’s read. One mark is one deal
      {noneOpen > 0 && `; ${counted(noneOpen, 'deal')} had none open`}.
    </Figure>
  );
}

function openText(turn: RevealedCase, by: readonly RevealedCase[][]): string {
  const rung = by.findIndex((cases) => cases.includes(turn)) + 1;
  return rung > 0 ? `rung ${rung} open` : 'none open';
}

function GapFigure({ look, turns }: RungFiguresProps) {
  const { gaps, widest, cases, reads } = gapsOf(turns);
  return (
    <Figure
      look={look}
      id="gap"
      size="narrow"
      finding={gapFinding(widest)}
      what="Reps’ reads beside the room’s"
      rests={cases.length}
      noun="reveal"
      chart={<GapChart gaps={gaps} widest={widest} />}
      table={{
        head: ['Rung', 'Reps who said yes, %', 'Of the room’s reads, yes, %', 'Apart, points'],
        rows: gaps.map(({ rung, rep, room }) => [rung, rep, room, Math.abs(rep - room)]),
      }}
      cases={cases.map((turn) => turnCase(look, turn, yesText(turn)))}
    >
      Share of yes over {counted(cases.length, 'reveal')} and {counted(reads, 'read')} of the room, rung 5 at the top.
      {widest &&
        widest.rep !== widest.room &&
        ` At rung ${widest.rung} the reads lie ${Math.abs(widest.rep - widest.room)} points apart.`}
    </Figure>
  );
}

/** "rep yes on 1, 2; room 3, 2, 0, 0, 0 of 4": from rung 1 on. */
function yesText(turn: RevealedCase): string {
  const rungs = turn.read.flatMap((answer, at) => (answer === 'yes' ? [at + 1] : []));
  const room = turn.totals.map(({ yes }) => yes).join(', ');
  return `rep yes on ${rungs.join(', ') || 'none'}; room ${room} of ${readsOf(turn)}`;
}

function ClimbFigure({ look, turns }: RungFiguresProps) {
  const { climbs, up, level, down } = climbsOf(turns);
  const bars = [
    { key: 'up', label: 'Higher', value: up },
    { key: 'level', label: 'The same', value: level },
    { key: 'down', label: 'Lower', value: down },
  ];
  return (
    <Figure
      look={look}
      id="climbs"
      size="narrow"
      finding={climbFinding(up, climbs.length)}
      what="Climbs after coaching"
      rests={climbs.length}
      noun="ladder"
      chart={<Bars bars={bars} />}
      table={{ head: ['The rep’s own ladder now', 'Deals'], rows: bars.map(({ label, value }) => [label, value]) }}
      cases={climbs.map((climb) => turnCase(look, climb.turn, climbText(climb)))}
    >
      The rep’s own read at the reveal beside the ladder as they last reported it themselves, over{' '}
      {counted(climbs.length, 'ladder')} that {climbs.length === 1 ? 'was' : 'were'} reported again.
    </Figure>
  );
}

function climbText({ closed, opened }: Climb): string {
  const rungs = (list: number[]) => (list.length === 1 ? `rung ${list[0]}` : `rungs ${list.join(', ')}`);
  const parts = [
    ...(closed.length > 0 ? [`${rungs(closed)} closed`] : []),
    ...(opened.length > 0 ? [`${rungs(opened)} opened`] : []),
  ];
  return capital(parts.join(', ') || `${inWords(0)} change`);
}
