import type { ReactNode } from 'react';
import { FEWEST_PEOPLE } from '@/domain/insights/cases';
import { inWords } from '@/domain/number-words';
import { Bars } from './charts/bars';
import { FigureTable } from './figure-table';
import type { Told } from './told';

interface CrowdFiguresProps {
  told: readonly Told[];
  /** Instead of drawings. */
  tables: boolean;
  children: ReactNode;
}

/** The figures as those who listen in are told them, and which ones can't be told yet. */
export function CrowdFigures({ told, tables, children }: CrowdFiguresProps) {
  const untold = told.filter(({ rows }) => rows.length === 0);
  return (
    <div className="figs">
      <p className="soft fig all">
        What is rounded says so. Nothing here is of fewer than {inWords(FEWEST_PEOPLE)} people: what fewer have is told
        with the others, or not at all.
      </p>
      {told.map((one) => one.rows.length > 0 && <CrowdFigure key={one.what} {...one} tables={tables} />)}
      {children}
      {untold.length > 0 && (
        <section className="fig all">
          <h2>Not told yet</h2>
          <p className="soft">Shown once {inWords(FEWEST_PEOPLE)} people stand behind each part of it:</p>
          <ul className="untold">
            {untold.map(({ what }) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function CrowdFigure({ what, lead, head, rows, tables }: Told & { tables: boolean }) {
  return (
    <section className="fig even">
      <h2>{what}</h2>
      <p className="soft">{lead}</p>
      {!tables && (
        <div aria-hidden="true">
          <Bars bars={rows.map(({ label, ...rest }) => ({ key: label, label, ...rest }))} />
        </div>
      )}
      <FigureTable
        seen={tables}
        caption={what}
        rows={{
          head,
          rows: rows.map(({ label, text, besideText }) => [label, text, ...(besideText ? [besideText] : [])]),
        }}
      />
    </section>
  );
}
