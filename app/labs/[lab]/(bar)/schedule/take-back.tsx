'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { Button } from '@/ui/button';
import { DialogClose } from '@/ui/dialog';
import { FieldError } from '@/ui/field';
import { FormDialog, Unscripted } from '@/ui/form-dialog';
import { SubmitButton } from '@/ui/submit-button';
import { dayText } from '@/ui/time-text';
import { useLocale } from '@/ui/viewer';
import { takeBack } from './actions';

/** Asks, then takes back a change of the schedule that is still to hold. */
export function TakeBack({ slug, fromDay }: { slug: string; fromDay: string }) {
  const { state, pending, form } = useForm(takeBack);
  const day = dayText(fromDay, 'fullDay', useLocale());
  return (
    <FormDialog
      name={`take-back-${fromDay}`}
      title={`Take back the change from ${day} on?`}
      detail="What holds until then goes on. The sessions to come follow it, and so do calendars and the lab’s home."
      trigger={
        <Button variant="plain" size="sm">
          Take it back<span className="sr"> from {day}</span>
        </Button>
      }
    >
      <form {...form}>
        {state.message && <FieldError>{state.message}</FieldError>}
        <div className="dialog-foot">
          <SubmitButton variant="ink" pending={pending}>
            Take the change back
          </SubmitButton>
          <DialogClose>
            <Button variant="plain">Keep it</Button>
          </DialogClose>
        </div>
        <Carried slug={slug} fromDay={fromDay} />
        <Unscripted />
      </form>
    </FormDialog>
  );
}
