import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';

export interface Bar {
  key: string;
  label: ReactNode;
  value: number;
  /** What is written at its end; the value where nothing is. */
  text?: string;
  /** A second value in hollow beside it, such as the plan. */
  beside?: number;
}

/** Bars from one line, each with its word and its figure. */
export function Bars({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value, beside = 0 }) => Math.max(value, beside)));
  const width = scaleLinear([0, most], [0, 100]);
  return (
    <div className="bars">
      {bars.map(({ key, label, value, text, beside }) => (
        <div key={key}>
          <span className="bar-label">{label}</span>
          <span className="tracks">
            {value > 0 && <i className="bar-of" style={{ width: `${width(value)}%` }} />}
            {beside !== undefined && beside > 0 && (
              <i className="bar-of hollow" style={{ width: `${width(beside)}%` }} />
            )}
          </span>
          <b className="num">{text ?? value}</b>
        </div>
      ))}
    </div>
  );
}
