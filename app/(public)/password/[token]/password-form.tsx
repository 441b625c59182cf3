'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { setNewPassword } from './actions';

/** One new password. */
export function PasswordForm({ token, email }: { token: string; email: string }) {
  const { state, pending, form, field } = useForm(setNewPassword);
  return (
    <form {...form} className="stack">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <TextField
        {...field('password')}
        label="New password"
        hint="Twelve characters or more. A short sentence is fine."
        type="password"
        autoComplete="new-password"
        required
      />
      <SubmitButton variant="ink" wide pending={pending}>
        Set it and sign in
      </SubmitButton>
      <Carried token={token} />
      {/* For the browser's own keeper of passwords. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
    </form>
  );
}
