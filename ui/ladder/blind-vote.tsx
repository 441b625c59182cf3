'use client';

import { useId, type ReactNode } from 'react';
import { RUNGS, type Answer } from '@/domain/vocabulary';
import { RungChoice } from './rung-choice';

interface BlindVoteProps {
  /** Five answers, rung 1 first; null where none is chosen yet. */
  value: readonly (Answer | null)[];
  onChange: (value: (Answer | null)[]) => void;
  disabled?: boolean;
  /** Below: "You cannot see Marisol’s read or anyone else’s yet." */
  children?: ReactNode;
}

/** A peer rates the same five, seeing nobody's read. */
export function BlindVote({ value, onChange, disabled, children }: BlindVoteProps) {
  const id = useId();
  return (
    <div className="rate">
      {RUNGS.map((statement, rung) => (
        <fieldset key={statement} className="rg">
          <legend className="sr">
            Rung {rung + 1}: {statement}
          </legend>
          <span className="n" aria-hidden="true">
            {rung + 1}
          </span>
          <span className="grow" aria-hidden="true">
            {statement}
          </span>
          <RungChoice
            tight
            name={`${id}-${rung}`}
            value={value[rung] ?? null}
            disabled={disabled}
            onChange={(answer) => onChange(RUNGS.map((_, at) => (at === rung ? answer : (value[at] ?? null))))}
          />
        </fieldset>
      ))}
      {children && <p className="meta mt-[10px]">{children}</p>}
    </div>
  );
}
