'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { saveCall } from './actions';

/** The link or number of the lab's call. */
export function CallPart({ slug, callUrl }: { slug: string; callUrl: string | null }) {
  const { state, pending, form, field } = useForm(saveCall, { values: { callUrl: callUrl ?? '' } });
  return (
    <form {...form} className="stack">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <TextField
        {...field('callUrl')}
        label="Link or number"
        note="For members alone: on the lab’s page, in the lobby, in the room, in calendars and reminders. Whetstone carries the words; the call carries the voices."
        placeholder="https://"
        autoComplete="off"
      />
      <div className="row wrap">
        <SubmitButton variant="ink" pending={pending}>
          Save the call
        </SubmitButton>
        <span className="meta" role="status">
          {state.done}
        </span>
      </div>
      <Carried slug={slug} />
    </form>
  );
}
