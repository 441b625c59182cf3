import { calibrationOf, type Placed } from '@/domain/insights/calibration';
import type { TurnCase } from '@/domain/insights/cases';
import { percent } from '@/domain/insights/numbers';
import { capital, counted } from '@/domain/number-words';
import { Bars } from './charts/bars';
import { Figure } from './figure';
import { placedFinding } from './findings';
import type { Look } from './look';
import { turnCase } from './turn-case';

interface CalibrationFigureProps {
  look: Look;
  turns: readonly TurnCase[];
  /** Whose deals: the lab's, or the viewer's own. */
  whose: 'lab' | 'own';
}

/** How often the lowest open rung was placed right, once the outcome was known. */
export function CalibrationFigure({ look, turns, whose }: CalibrationFigureProps) {
  const { placed, repRight, roomRight, silent } = calibrationOf(turns);
  const rep = whose === 'own' ? 'You' : 'The rep';
  const rows = [
    { key: 'rep', label: rep, right: repRight },
    { key: 'room', label: 'The room', right: roomRight },
  ];
  return (
    <Figure
      look={look}
      id={`calibration-${whose}`}
      {...(whose === 'lab' ? { size: 'narrow' } : {})}
      finding={whose === 'own' ? ownFinding(repRight, placed.length) : placedFinding(repRight, roomRight)}
      what={whose === 'own' ? 'Your calibration' : 'Calibration'}
      rests={placed.length}
      noun="deal that is over"
      nouns="deals that are over"
      chart={
        <Bars
          bars={rows.map(({ key, label, right }) => ({
            key,
            label,
            value: percent(right, placed.length) ?? 0,
            text: `${percent(right, placed.length) ?? 0}%`,
          }))}
        />
      }
      table={{
        head: ['Who', 'Placed right', 'Of', '%'],
        rows: rows.map(({ label, right }) => [label, right, placed.length, percent(right, placed.length) ?? 0]),
      }}
      cases={placed.map((one) => turnCase(look, one.turn, placedText(one, rep)))}
    >
      How often the lowest open rung was placed where it was, over{' '}
      {counted(placed.length, 'deal that is over', 'deals that are over')}. Where it was is said looking back, once a
      deal is over; of one that was lost or moved on, its last ladder says it too.
      {silent > 0 &&
        ` ${capital(counted(silent, 'other'))} ${silent === 1 ? 'says' : 'say'} nothing: nobody looked back, and the last ladder of a deal that was won shows what was closed since.`}
    </Figure>
  );
}

function ownFinding(right: number, all: number): string {
  return `You placed the rung right ${counted(right, 'time')} of ${all}`;
}

function placedText({ was, rep, room }: Placed, who: string): string {
  const rung = (at: number | null) => (at === null ? 'none' : `rung ${at}`);
  return `was ${rung(was)}; ${who.toLowerCase()} said ${rung(rep)}, the room ${rung(room)}`;
}
