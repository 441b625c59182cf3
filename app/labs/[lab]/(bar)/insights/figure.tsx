import type { ReactNode } from 'react';
import clsx from 'clsx';
import { capital, counted } from '@/domain/number-words';
import { Cases, listed, type Case, type Listed } from './cases';
import { FigureTable, type Rows } from './figure-table';
import { tooFew, type Look } from './look';

interface FigureProps {
  look: Look;
  /** Its name in an address. */
  id: string;
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
  /** The list behind it, which adds up to it: whole, or the page that is looked at. */
  cases: readonly Case[] | Listed;
  /** What the list holds, where that is more than the figure rests on. */
  holds?: string | undefined;
  size?: 'all' | 'narrow';
}

/** A figure of the insights: its finding, on how much it rests, the drawing or the table, and the list behind it. */
export function Figure({ look, id, finding, what, children, rests, noun, nouns = `${noun}s`, ...rest }: FigureProps) {
  const { chart, table, cases, holds, size } = rest;
  const few = tooFew(rests);
  const list = 'count' in cases ? cases : listed(look, id, cases);
  const shown = list.count > 0 && <Cases look={look} figure={id} what={what} list={list} />;
  return (
    <section id={id} className={clsx('fig', size)}>
      <h2>{few ? what : finding}</h2>
      {few ? (
        <>
          <p className="soft">
            {list.count === 0
              ? 'Nothing to count yet in this range.'
              : `${capital(counted(rests, noun, nouns))} so far: too few for a figure, so here ${holds ? `are the ${holds}` : 'they are'}.`}
          </p>
          {shown}
        </>
      ) : (
        <>
          <p className="soft">{children}</p>
          {!look.tables && <div aria-hidden="true">{chart}</div>}
          <FigureTable rows={table} caption={what} seen={look.tables} />
          <details className="behind no-print" open={look.behind?.figure === id}>
            <summary>{`The ${holds ?? counted(rests, noun, nouns)} behind this`}</summary>
            {shown}
          </details>
        </>
      )}
    </section>
  );
}
