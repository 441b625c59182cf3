'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { schedule } from './actions';
import { MeetingFields } from './meeting-fields';

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
      {state.done && <Notice tone="ok">{state.done}</Notice>}
      <MeetingFields field={field} place={place} />
      <SubmitButton variant="ink" pending={pending}>
        Schedule the session
      </SubmitButton>
      <Carried slug={slug} />
    </form>
  );
}
