import { scaleLinear, scalePoint } from 'd3-scale';
import type { Gap } from '@/domain/insights/rungs';

const WIDTH = 520;
const HEIGHT = 424;
const x = scaleLinear([0, 100], [24, 500]);
const y = scalePoint([5, 4, 3, 2, 1], [40, 368]);
/** Figures nearer than this would lie on each other: they stand in one line, by their names. */
const APART = 8;

/** The share of yes on each rung, rung 5 at the top: the rep's as a dot, the room's as a square. */
export function GapChart({ gaps, widest }: { gaps: readonly Gap[]; widest: Gap | undefined }) {
  return (
    <>
      <svg className="ch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        {gaps.map(({ rung, rep, room }) => {
          const at = y(rung) ?? 0;
          const widestHere = widest?.rung === rung && rep !== room;
          return (
            <g key={rung}>
              <text x={0} y={at + 6} className={widestHere ? 'rung-no now' : 'rung-no'}>
                {rung}
              </text>
              <line x1={x(0)} x2={x(100)} y1={at} y2={at} className="gl" />
              <line x1={x(room)} x2={x(rep)} y1={at} y2={at} className={widestHere ? 'gap now' : 'gap'} />
              <circle cx={x(rep)} cy={at} r={7} className="ds" />
              <rect x={x(room) - 6.5} y={at - 6.5} width={13} height={13} rx={2} className="dr" />
              {Math.abs(rep - room) < APART ? (
                <Together rep={rep} room={room} y={at - 15} />
              ) : (
                <>
                  <text x={x(room)} y={at - 15} textAnchor="middle" className="tr">
                    {room}
                  </text>
                  <text x={x(rep)} y={at - 15} textAnchor="middle" className="ts">
                    {rep}
                  </text>
                </>
              )}
            </g>
          );
        })}
        {[0, 25, 50, 75, 100].map((tick) => (
          <text key={tick} x={x(tick)} y={416} textAnchor="middle" className="ax">
            {tick === 100 ? '100%' : tick}
          </text>
        ))}
      </svg>
      <div className="key mt-[14px]">
        <span>
          <svg width="16" height="16">
            <circle cx="8" cy="8" r="7" className="ds" />
          </svg>
          The rep
        </span>
        <span>
          <svg width="16" height="16">
            <rect x="1.5" y="1.5" width="13" height="13" rx="2" className="dr" />
          </svg>
          The room
        </span>
      </div>
    </>
  );
}

/** "71 rep, 69 room", or "both 14"; at the ends of the line it stays within the drawing. */
function Together({ rep, room, y: at }: { rep: number; room: number; y: number }) {
  const middle = (rep + room) / 2;
  const anchor = middle < 20 ? 'start' : middle > 80 ? 'end' : 'middle';
  const edge = { start: x(0), middle: x(middle), end: x(100) }[anchor];
  return (
    <text x={edge} y={at} textAnchor={anchor} className="ts">
      {rep === room ? (
        `both ${rep}`
      ) : (
        <>
          {`${rep} rep, `}
          <tspan className="tr">{`${room} room`}</tspan>
        </>
      )}
    </text>
  );
}
