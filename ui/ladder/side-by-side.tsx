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

/** Several ladders in columns, the statements at the left: a deal's reads through time. */
export function LadderColumns({ columns }: { columns: readonly LadderColumn[] }) {
  return (
    <div className="ladder-columns" style={{ '--columns': columns.length }}>
      <span />
      {columns.map((column) => (
        <div key={column.label} className="hd">
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
      {columns.map((column) => (
        <Column key={column.label} column={column} rungHeight={58} />
      ))}
    </div>
  );
}
