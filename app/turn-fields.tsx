'use client';

import { useState } from 'react';
import type { useForm } from '@/app/use-form';
import { capital, counted, inWords } from '@/domain/number-words';
import { PHASES, type Phase } from '@/domain/vocabulary';
import { TextField } from '@/ui/input';
import { Stone } from '@/ui/stone';

const LABELS: Record<Phase, string> = { present: 'Present', clarify: 'Clarify', coach: 'Coach', commit: 'Commit' };

interface TurnFieldsProps {
  field: ReturnType<typeof useForm>['field'];
  /** What each field begins with, in minutes. */
  start: Record<Phase, string>;
  /** How long a session lasts, in minutes. */
  sessionMinutes: number;
  /** What else is to be known, after the sum. */
  note?: string;
}

/** Minutes for each phase of a turn, and what they come to. */
export function TurnFields({ field, start, sessionMinutes, note = '' }: TurnFieldsProps) {
  const [lengths, setLengths] = useState(start);
  const turn = PHASES.reduce((sum, phase) => sum + (Number(lengths[phase]) || 0), 0);
  const phases = PHASES.map((phase) => ({ name: LABELS[phase], ms: (Number(lengths[phase]) || 0) * 60_000 }));
  return (
    <>
      <div className="fields-4">
        {PHASES.map((phase) => (
          <TextField
            key={phase}
            {...field(phase)}
            label={LABELS[phase]}
            className="name num"
            inputMode="numeric"
            onChange={(event) => setLengths({ ...lengths, [phase]: event.target.value })}
            required
          />
        ))}
      </div>
      {/* The same as the fields and their sum say. */}
      <div className="mt-4" aria-hidden>
        <Stone phases={phases} current={phases.length} offsetMs={0} running={false} />
      </div>
      <p className="meta num mt-3" aria-live="polite">
        {turnSentence(turn, sessionMinutes)} {note}
      </p>
    </>
  );
}

function turnSentence(turn: number, session: number): string {
  if (turn < 1) return 'Give each phase a minute at least.';
  const fit = Math.floor(session / turn);
  const meeting = `a session of ${counted(session, 'minute')}`;
  const turns =
    fit === 0 ? `more than ${meeting} holds` : `${fit === 1 ? 'one turn' : `${inWords(fit)} turns`} in ${meeting}`;
  return `${capital(counted(turn, 'minute'))} a turn, ${turns}.`;
}
