'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { Button } from '@/ui/button';
import { Dialog, DialogClose } from '@/ui/dialog';
import { FieldError } from '@/ui/field';
import { SubmitButton } from '@/ui/submit-button';
import { leave } from './actions';

/** The way out of a lab; it asks first. */
export function LeaveLab({ slug, name }: { slug: string; name: string }) {
  return (
    <Dialog
      title={`Leave ${name}?`}
      detail="It counts at once, in a live room too. What you brought and said stays; what you opened as a host, to guests and programs too, closes. An invitation link brings you back."
      trigger={
        <Button variant="plain" size="sm" aria-label={`Leave ${name}`}>
          Leave
        </Button>
      }
    >
      <LeaveForm slug={slug} name={name} />
    </Dialog>
  );
}

function LeaveForm({ slug, name }: { slug: string; name: string }) {
  const { state, pending, form } = useForm(leave);
  return (
    <form {...form}>
      {state.message && (
        <div role="alert" className="mt-4">
          <FieldError>{state.message}</FieldError>
        </div>
      )}
      <div className="dialog-foot">
        <SubmitButton variant="ink" pending={pending}>
          Leave {name}
        </SubmitButton>
        <DialogClose>
          <Button variant="plain" autoFocus>
            Stay
          </Button>
        </DialogClose>
      </div>
      <Carried slug={slug} />
    </form>
  );
}
