'use client';

import { useId } from 'react';
import clsx from 'clsx';
import { RUNGS, type Answer } from '@/domain/vocabulary';
import { FieldError } from '../field';
import { Textarea } from '../textarea';
import { RungChoice } from './rung-choice';

export interface LadderInputRung {
  answer: Answer | null;
  evidence: string;
}

interface LadderInputProps {
  /** Five rungs, rung 1 first. */
  value: readonly LadderInputRung[];
  onChange: (value: LadderInputRung[]) => void;
  /** The lowest open rung so far, marked in ember; null while none is known. */
  open?: number | null;
  /** Without the field for evidence, as in a check-in. */
  plain?: boolean;
  /** By rung, rung 1 first. */
  errors?: readonly (string | undefined)[];
  maxLength?: number;
}

/** One's own read: five questions from the bottom up, each with what one saw or heard. */
export function LadderInput({ value, onChange, open = null, plain, errors, maxLength = 1000 }: LadderInputProps) {
  const id = useId();
  const set = (rung: number, change: Partial<LadderInputRung>) =>
    onChange(value.map((old, at) => (at === rung ? { ...old, ...change } : old)));
  return (
    <div className="climb-in">
      {RUNGS.map((statement, rung) => {
        const error = errors?.[rung];
        return (
          <fieldset
            key={statement}
            className={clsx('rg', open === rung + 1 && 'open')}
            aria-describedby={error ? `${id}-${rung}` : undefined}
          >
            <legend className="sr">
              Rung {rung + 1}: {statement}
            </legend>
            <span className="n" aria-hidden="true">
              {rung + 1}
            </span>
            <span className="tx" aria-hidden="true">
              {statement}
            </span>
            <RungChoice
              name={`${id}-answer-${rung}`}
              value={value[rung]?.answer ?? null}
              invalid={error !== undefined}
              onChange={(answer) => set(rung, { answer })}
            />
            {error && <FieldError id={`${id}-${rung}`}>{error}</FieldError>}
            {!plain && (
              <Textarea
                className="evidence"
                aria-label={`Evidence for rung ${rung + 1}`}
                placeholder="What did you see or hear that tells you so?"
                maxLength={maxLength}
                value={value[rung]?.evidence ?? ''}
                onChange={(event) => set(rung, { evidence: event.target.value })}
              />
            )}
          </fieldset>
        );
      })}
    </div>
  );
}
