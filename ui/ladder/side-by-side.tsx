import type { ReactNode } from 'react';
import clsx from 'clsx';
import { RUNGS, type Answer } from '@/domain/vocabulary';
import { Ladder } from './ladder';

export interface LadderColumn {
  /** "26 November", or "Marisol". */
  title: ReactNode;
  /** "the room’s read", or "26 Nov". */
  detail?: ReactNode;
  /** For those who listen: "The room’s read on 26 November". */
  label: string;
  /** Null: hidden, or never given. */
  read: readonly Answer[] | null;
  whose?: 'rep' | 'room';
  /** Only on the ladder of today. */
  open?: number | null;
}

function Column({ column, rungHeight }: { column: LadderColumn; rungHeight: number }) {
  const { read, whose = 'rep', open = null, label } = column;
  const view = read ? ({ mode: 'solo', read, whose } as const) : ({ mode: 'outline' } as const);
  return <Ladder size="bare" view={view} open={open} label={label} rungHeight={rungHeight} />;
}

interface ThenAndNowProps {
  then: LadderColumn;
  now: LadderColumn;
  /** A few words under a statement: "closed since". Rung 1 first. */
  notes?: readonly (string | undefined)[];
}

/** Two whole ladders, the statements between them; a rail always means a person, so then and now never share one. */
export function ThenAndNow({ then, now, notes }: ThenAndNowProps) {
  return (
    <div className="climb">
      <ColumnHead column={then} />
      <span />
      <ColumnHead column={now} end />
      <Column column={then} rungHeight={66} />
      <ol className="st">
        {RUNGS.map((statement, rung) => (
          <li key={statement}>
            {statement}
            {notes?.[rung] && <span className="meta">{notes[rung]}</span>}
          </li>
        ))}
      </ol>
      <Column column={now} rungHeight={66} />
    </div>
  );
}

function ColumnHead({ column, end }: { column: LadderColumn; end?: boolean }) {
  return (
    <p className={clsx('hd', end && 'text-right')}>
      <b className={column.whose === 'room' ? 'steel' : undefined}>{column.title}</b>
      {column.detail && <span className="meta">{column.detail}</span>}
    </p>
  );
}

/** So many columns stand beside the statements on a page of paper. */
const ABREAST = 7;

/** Several ladders in columns, the statements at the left: a deal's reads through time. On paper many wrap into rows. */
export function LadderColumns({ columns }: { columns: readonly LadderColumn[] }) {
  const starts = columns.map((_, at) => at).filter((at) => at % ABREAST === 0);
  return (
    <div
      className="ladder-columns"
      style={{ '--columns': columns.length, '--abreast': Math.min(columns.length, ABREAST) }}
    >
      {starts.map((from) => (
        <ColumnsRow key={from} columns={columns.slice(from, from + ABREAST)} from={from} />
      ))}
    </div>
  );
}

/** What is one row on paper. On a screen all of them are one, and only the first shows the statements. */
function ColumnsRow({ columns, from }: { columns: readonly LadderColumn[]; from: number }) {
  return (
    <div className="columns-row">
      <span className="blank" />
      {columns.map((column, at) => (
        <div key={at} className="hd" style={{ '--at': from + at + 2 }}>
          <b className={column.whose === 'room' ? 'steel' : undefined}>{column.title}</b>
          <span>{column.detail}</span>
        </div>
      ))}
      <ol className="st">
        {RUNGS.map((statement, rung) => (
          <li key={statement}>
            <span className="n num">{rung + 1}</span>
            {statement}
          </li>
        ))}
      </ol>
      {columns.map((column, at) => (
        <div key={at} className="one" style={{ '--at': from + at + 2 }}>
          <Column column={column} rungHeight={58} />
        </div>
      ))}
    </div>
  );
}
