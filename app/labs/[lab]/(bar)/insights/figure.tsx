import type { ReactNode } from 'react';
import { capital, counted } from '@/domain/number-words';
import { Cases, type Case } from './cases';
import { FigureTable, type Rows } from './figure-table';
import { tooFew, type Look } from './look';

interface FigureProps {
  look: Look;
  /** What it finds, as a title; and what it is, where there is too little to find anything. */
  finding: string;
  what: string;
  /** What is counted, and whatever else a reader must know. */
  children: ReactNode;
  /** How many cases it rests on, and what one of them is called: "deal". */
  rests: number;
  noun: string;
  /** Where it is not simply with an s. */
  nouns?: string;
  chart: ReactNode;
  table: Rows;
  /** The list behind it; none where it counts nothing that has a page. */
  cases?: readonly Case[];
  wide?: boolean;
  narrow?: boolean;
}

/** A figure of the insights: its finding, on how much it rests, the drawing or the table, and the list behind it. */
export function Figure({
  look,
  finding,
  what,
  children,
  rests,
  noun,
  nouns = `${noun}s`,
  chart,
  table,
  cases,
  ...size
}: FigureProps) {
  const few = tooFew(rests);
  return (
    <section className={`fig ${size.wide ? 'all' : size.narrow ? 'narrow' : ''}`}>
      <h2>{few ? what : finding}</h2>
      {few ? (
        <>
          <p className="soft">{capital(fewText(rests, counted(rests, noun, nouns), look.personal))}</p>
          {look.personal && cases && cases.length > 0 && <Cases cases={cases} />}
        </>
      ) : (
        <>
          <p className="soft">{children}</p>
          {!look.tables && <div aria-hidden="true">{chart}</div>}
          <FigureTable rows={table} caption={what} seen={look.tables} />
          {look.personal && cases && cases.length > 0 && (
            <details className="behind no-print">
              <summary>{`The ${counted(cases.length, noun, nouns)} behind this`}</summary>
              <Cases cases={cases} />
            </details>
          )}
        </>
      )}
    </section>
  );
}

function fewText(rests: number, cases: string, personal: boolean): string {
  if (rests === 0) return 'nothing to count yet in this range.';
  return personal
    ? `${cases} so far: too few for a figure, so here they are.`
    : `${cases} so far: too few for a figure.`;
}
