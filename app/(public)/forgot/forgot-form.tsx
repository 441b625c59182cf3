'use client';

import { useForm } from '@/app/use-form';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { askForLink } from './actions';

/** The email of an account. What is answered says nothing of whether there is one. */
export function ForgotForm() {
  const { state, pending, form, field } = useForm<string>(askForLink);
  if (state.done) {
    return (
      <Notice tone="ok">
        If {state.done} has an account, a mail with a link is on its way there. The link works once, and holds for an
        hour.
      </Notice>
    );
  }
  return (
    <form {...form} className="stack">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <TextField {...field('email')} label="Email" type="email" autoComplete="username" required />
      <SubmitButton variant="ink" wide pending={pending}>
        Send me a link
      </SubmitButton>
    </form>
  );
}
