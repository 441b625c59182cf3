import { scaleLinear, scaleTime } from 'd3-scale';
import type { PressureCase } from '@/domain/insights/cases';
import { OUTCOME_WORD } from '@/domain/vocabulary';

const WIDTH = 760;
const HEIGHT = 260;

/** Other live deals through time as a line; each deal a dot as large as what hung on it, with what became of it. */
export function PressureLine({ cases }: { cases: readonly PressureCase[] }) {
  const times = cases.map(({ submittedAt }) => submittedAt);
  const x = scaleTime([Math.min(...times), Math.max(...times)], [40, WIDTH - 60]);
  const most = Math.max(4, ...cases.map(({ otherLiveDeals }) => otherLiveDeals));
  const y = scaleLinear([0, most], [HEIGHT - 40, 34]).nice();
  const line = cases.map((one, at) => `${at === 0 ? 'M' : 'L'}${x(one.submittedAt)},${y(one.otherLiveDeals)}`).join('');
  return (
    <svg className="ch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line x1={40} x2={WIDTH} y1={y(tick)} y2={y(tick)} className="gl" />
          <text x={0} y={y(tick) + 5} className="ax">
            {tick}
          </text>
        </g>
      ))}
      <path d={line} className="pl" />
      {cases.map((one) => (
        <g key={one.scenarioId}>
          <circle cx={x(one.submittedAt)} cy={y(one.otherLiveDeals)} r={3 + one.lifeOrDeath * 1.6} className="ds" />
          {cases.length <= 12 && (
            <text x={x(one.submittedAt)} y={y(one.otherLiveDeals) - 17} textAnchor="middle" className="ts">
              {one.outcome ? OUTCOME_WORD[one.outcome] : 'Open'}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
