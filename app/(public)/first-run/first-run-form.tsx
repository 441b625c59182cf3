'use client';

import { useState } from 'react';
import type { ZoneGroup } from '@/app/time-zones';
import { useForm } from '@/app/use-form';
import { capital, counted, inWords } from '@/domain/number-words';
import { SelectField, TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { makeFirstHost } from './actions';
import { ZoneField } from './zone-field';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const PHASES = [
  ['present', 'Present', '3'],
  ['clarify', 'Clarify', '5'],
  ['coach', 'Coach', '10'],
  ['commit', 'Commit', '2'],
] as const;
const SESSION_MINUTES = 90;

/** The host's account, the lab, and how long a turn's phases take. */
export function FirstRunForm({ zones }: { zones: ZoneGroup[] }) {
  const start = {
    weekday: '4',
    localTime: '17:00',
    ...Object.fromEntries(PHASES.map(([name, , mins]) => [name, mins])),
  };
  const { state, pending, form, field } = useForm(makeFirstHost, { values: start });
  const [lengths, setLengths] = useState<Record<string, string>>({});
  const turn = PHASES.reduce((sum, [name, , mins]) => sum + (Number(lengths[name] ?? mins) || 0), 0);
  return (
    <form {...form}>
      <section className="first-part">
        <h2>You, the host</h2>
        <div className="fields-2">
          <TextField {...field('name')} label="Your name" autoComplete="name" required />
          <TextField {...field('email')} label="Email" type="email" autoComplete="email" required />
          <TextField
            {...field('password')}
            label="Password"
            hint="Twelve characters or more. A short sentence is fine."
            type="password"
            autoComplete="new-password"
            fieldClassName="whole"
            required
          />
        </div>
      </section>
      <section className="first-part">
        <h2>The lab</h2>
        <div className="fields-2">
          <TextField
            {...field('labName')}
            label="Name"
            className="name"
            fieldClassName="whole"
            autoComplete="off"
            required
          />
          <SelectField {...field('weekday')} label="Meets every">
            {DAYS.map((day, at) => (
              <option key={day} value={at + 1}>
                {day}
              </option>
            ))}
          </SelectField>
          <TextField {...field('localTime')} label="At" type="time" className="num" required />
          <div className="whole">
            <ZoneField {...field('timeZone')} groups={zones} />
          </div>
        </div>
      </section>
      <section className="first-part">
        <h2>One turn</h2>
        <p className="soft mt-[6px]">Minutes for each phase. Most labs keep these.</p>
        <div className="fields-4">
          {PHASES.map(([name, label]) => (
            <TextField
              key={name}
              {...field(name)}
              label={label}
              className="name num"
              inputMode="numeric"
              onChange={(event) => setLengths({ ...lengths, [name]: event.target.value })}
              required
            />
          ))}
        </div>
        <p className="meta num mt-3" aria-live="polite">
          {turnSentence(turn)}
        </p>
      </section>
      <div className="first-part pb-0">
        {state.message && (
          <Notice tone="fault" className="mb-4">
            {state.message}
          </Notice>
        )}
        <div className="row wrap">
          <SubmitButton variant="ink" pending={pending}>
            Make the account and the lab
          </SubmitButton>
          <span className="meta">You can invite a second host next.</span>
        </div>
      </div>
    </form>
  );
}

function turnSentence(turn: number): string {
  if (turn < 1) return 'Give each phase a minute at least.';
  const fit = Math.floor(SESSION_MINUTES / turn);
  const turns =
    fit === 0
      ? 'more than a ninety-minute session holds'
      : `${inWords(fit)} ${fit === 1 ? 'turn' : 'turns'} in a ninety-minute session`;
  return `${capital(counted(turn, 'minute'))} a turn, ${turns}.`;
}
