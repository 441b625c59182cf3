'use client';

import type { useForm } from '@/app/use-form';
import { TextField } from '@/ui/input';

interface MeetingFieldsProps {
  field: ReturnType<typeof useForm>['field'];
  /** On whose clock the time is. */
  place: string;
}

/** Day, time, length and call of one session. */
export function MeetingFields({ field, place }: MeetingFieldsProps) {
  return (
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
        label="Another call"
        note="A link or a number, if it isn’t the lab’s."
        placeholder="https://"
        autoComplete="off"
      />
    </div>
  );
}
