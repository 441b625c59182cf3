'use client';

import { useId } from 'react';
import clsx from 'clsx';
import { RUNGS } from '@/domain/vocabulary';
import { FieldError } from '../field';
import { Textarea } from '../textarea';
import type { LadderInputRung } from './input-rungs';
import { RungChoice } from './rung-choice';

/** What is wrong with a rung: with its answer, with what was seen or heard, or with both. */
export interface RungErrors {
  answer?: string | undefined;
  evidence?: string | undefined;
}

interface LadderInputProps {
  /** Five rungs, rung 1 first. */
  value: readonly LadderInputRung[];
  onChange: (value: LadderInputRung[]) => void;
  /** The lowest open rung so far, marked in ember; null while none is known. */
  open?: number | null;
  /** By rung, rung 1 first. */
  errors?: readonly RungErrors[];
  /** Nothing above it is wrong: without scripts too, evidence that is the first thing wrong has the focus. */
  focusesWrong?: boolean;
  maxLength?: number;
  /** For a form: answers are posted as `<name>-answer-0` to 4, evidence as `<name>-evidence-0` to 4. */
  name?: string;
}

/** One's own read: five questions from the bottom up, each with what one saw or heard. */
export function LadderInput({
  value,
  onChange,
  open = null,
  errors = [],
  focusesWrong,
  maxLength = 1000,
  name,
}: LadderInputProps) {
  const id = useId();
  const firstWrong = errors.findIndex(({ answer, evidence }) => answer ?? evidence);
  const set = (rung: number, change: Partial<LadderInputRung>) =>
    onChange(value.map((old, at) => (at === rung ? { ...old, ...change } : old)));
  return (
    <div className="climb-in">
      {RUNGS.map((statement, rung) => {
        const { answer: unanswered, evidence: unfit } = errors[rung] ?? {};
        const [answerError, evidenceError] = [`${id}-${rung}`, `${id}-${rung}-evidence`];
        return (
          <fieldset
            key={statement}
            className={clsx('rg', open === rung + 1 && 'open')}
            aria-describedby={unanswered ? answerError : undefined}
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
              name={`${name ?? id}-answer-${rung}`}
              value={value[rung]?.answer ?? null}
              invalid={unanswered !== undefined}
              onChange={(answer) => set(rung, { answer })}
            />
            {unanswered && <FieldError id={answerError}>{unanswered}</FieldError>}
            <div className="evidence">
              <Textarea
                name={name && `${name}-evidence-${rung}`}
                aria-label={`Evidence for rung ${rung + 1}`}
                aria-invalid={unfit ? true : undefined}
                aria-describedby={unfit ? evidenceError : undefined}
                autoFocus={focusesWrong && unfit !== undefined && !unanswered && rung === firstWrong}
                placeholder="What did you see or hear that tells you so?"
                maxLength={maxLength}
                value={value[rung]?.evidence ?? ''}
                onChange={(event) => set(rung, { evidence: event.target.value })}
              />
              {unfit && <FieldError id={evidenceError}>{unfit}</FieldError>}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
