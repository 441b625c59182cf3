'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { Button } from '@/ui/button';
import { DialogClose } from '@/ui/dialog';
import { FormDialog } from '@/ui/form-dialog';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { change } from './actions';
import { MeetingFields } from './meeting-fields';

interface MoveSessionProps {
  slug: string;
  sessionId: string;
  /** "Thursday 3 December, 17:00". */
  when: string;
  place: string;
  values: { day: string; localTime: string; durationMinutes: string; callUrl: string };
}

/** Another day, time, length or call, for this session alone; its queue stays as it is. */
export function MoveSession({ slug, sessionId, when, place, values }: MoveSessionProps) {
  const { state, pending, form, field } = useForm(change, { values });
  return (
    <FormDialog
      name={`move-${sessionId}`}
      title={`Move ${when}`}
      detail="This session alone: the schedule stays, and so do the deals in its queue. Calendars follow, and the lab’s home shows it."
      trigger={
        <Button variant="plain" size="sm">
          Move it
        </Button>
      }
    >
      <form {...form} className="stack">
        {state.message && <Notice tone="fault">{state.message}</Notice>}
        {state.done && <Notice tone="ok">{state.done}</Notice>}
        <MeetingFields field={field} place={place} />
        <div className="dialog-foot">
          <SubmitButton variant="ink" pending={pending}>
            Move the session
          </SubmitButton>
          <DialogClose>
            <Button variant="plain">{state.done ? 'Done' : 'Leave it'}</Button>
          </DialogClose>
        </div>
        <Carried slug={slug} sessionId={sessionId} />
      </form>
    </FormDialog>
  );
}
