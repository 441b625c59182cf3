'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { Button } from '@/ui/button';
import { DialogClose } from '@/ui/dialog';
import { FieldError } from '@/ui/field';
import { FormDialog, Unscripted } from '@/ui/form-dialog';
import { SubmitButton } from '@/ui/submit-button';
import { cancel } from './actions';

interface CancelSessionProps {
  slug: string;
  sessionId: string;
  /** "Thursday 3 December, 17:00". */
  when: string;
  deals: number;
  /** It stands for a day of the schedule, which is skipped; a single session is cancelled. */
  regular: boolean;
}

/** Asks, then skips or cancels: what waits in its queue goes on to the next session. */
export function CancelSession({ slug, sessionId, when, deals, regular }: CancelSessionProps) {
  const { state, pending, form } = useForm(cancel);
  const waiting = deals === 1 ? 'The deal in its queue goes' : `The ${deals} deals in its queue go`;
  return (
    <FormDialog
      name={`cancel-${sessionId}`}
      title={`${regular ? 'Skip' : 'Cancel'} ${when}?`}
      detail={`${regular ? 'The lab doesn’t meet that day.' : 'It can’t be taken back.'} ${deals > 0 ? `${waiting} on to the next session.` : 'Nothing waits in its queue.'}`}
      trigger={
        <Button variant="plain" size="sm">
          {regular ? 'Skip it' : 'Cancel it'}
        </Button>
      }
    >
      <form {...form}>
        {state.message && <FieldError>{state.message}</FieldError>}
        <div className="dialog-foot">
          <SubmitButton variant="ink" pending={pending}>
            {regular ? 'Skip the day' : 'Cancel the session'}
          </SubmitButton>
          <DialogClose>
            <Button variant="plain">Keep it</Button>
          </DialogClose>
        </div>
        <Carried slug={slug} sessionId={sessionId} />
        <Unscripted />
      </form>
    </FormDialog>
  );
}
