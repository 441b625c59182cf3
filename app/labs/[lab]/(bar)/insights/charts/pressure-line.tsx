import { scaleLinear, scalePoint } from 'd3-scale';
import type { PressureCase } from '@/domain/insights/cases';
import { OUTCOME_WORD } from '@/domain/vocabulary';

const WIDTH = 440;
const HEIGHT = 270;
/** As many as have room for a word and a day each; more go on in the next line. */
const IN_A_LINE = 4;

/** Other live deals through time as a line; each deal a dot as large as what hung on it, with what became of it. */
export function PressureLine({ cases }: { cases: readonly PressureCase[] }) {
  const most = Math.max(4, ...cases.map(({ otherLiveDeals }) => otherLiveDeals));
  const lines = Array.from({ length: Math.ceil(cases.length / IN_A_LINE) }, (_, at) =>
    cases.slice(at * IN_A_LINE, (at + 1) * IN_A_LINE),
  );
  return (
    <div className="lines">
      {lines.map((line) => (
        <Line key={line[0]?.scenarioId} cases={line} most={most} />
      ))}
    </div>
  );
}

function Line({ cases, most }: { cases: readonly PressureCase[]; most: number }) {
  const x = scalePoint(
    Array.from({ length: IN_A_LINE }, (_, at) => at),
    [76, WIDTH - 40],
  );
  const y = scaleLinear([0, most], [HEIGHT - 50, 34]).nice();
  const drawn = cases.map((one, at) => ({ ...one, x: x(at) ?? 0, y: y(one.otherLiveDeals) }));
  return (
    <svg className="ch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line x1={30} x2={WIDTH} y1={y(tick)} y2={y(tick)} className="gl" />
          <text x={0} y={y(tick) + 5} className="ax">
            {tick}
          </text>
        </g>
      ))}
      <path d={drawn.map((one, at) => `${at === 0 ? 'M' : 'L'}${one.x},${one.y}`).join('')} className="pl" />
      {drawn.map((one) => (
        <g key={one.scenarioId}>
          <circle cx={one.x} cy={one.y} r={3 + one.lifeOrDeath * 1.6} className="ds" />
          <text x={one.x} y={one.y - 17} textAnchor="middle" className="ts">
            {one.outcome ? OUTCOME_WORD[one.outcome] : 'Open'}
          </text>
          <text x={one.x} y={HEIGHT - 14} textAnchor="middle" className="ax">
            {new Date(one.submittedAt).toISOString().slice(0, 10)}
          </text>
        </g>
      ))}
    </svg>
  );
}
