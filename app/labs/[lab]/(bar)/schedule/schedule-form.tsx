'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { schedule } from './actions';

interface ScheduleFormProps {
  slug: string;
  place: string;
  /** What the weekly schedule suggests. */
  suggested: { day: string; localTime: string; durationMinutes: string; callUrl: string };
}

/** Day, time, length and call of one session. */
export function ScheduleForm({ slug, place, suggested }: ScheduleFormProps) {
  const { state, pending, form, field } = useForm(schedule, { values: suggested });
  return (
    <form {...form} className="stack">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <div className="fields-2">
        <TextField {...field('day')} label="Day" type="date" className="num" required />
        <TextField
          {...field('localTime')}
          label="Time"
          note={`On the clock in ${place}.`}
          type="time"
          className="num"
          required
        />
        <TextField {...field('durationMinutes')} label="Minutes" inputMode="numeric" className="num" required />
        <TextField
          {...field('callUrl')}
          label="Link to the call"
          type="url"
          inputMode="url"
          placeholder="https://"
          autoComplete="off"
        />
      </div>
      <SubmitButton variant="ink" pending={pending}>
        Schedule the session
      </SubmitButton>
      <Carried slug={slug} />
    </form>
  );
}
