'use client';

import { useForm } from '@/app/use-form';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { signIn } from './actions';

interface SignInFormProps {
  /** Where to go afterwards. */
  next: string;
  email?: string | undefined;
  /** What NextAuth's own address had to say. */
  message?: string | undefined;
}

/** The place on the page that one was sent here from is in the browser's address alone. */
function withPlace(input: HTMLInputElement | null, next: string): void {
  if (input && !next.includes('#')) input.value = next + window.location.hash;
}

/** Email and password. */
export function SignInForm({ next, email, message }: SignInFormProps) {
  const { state, pending, form, field } = useForm(signIn, {
    ...(email ? { values: { email } } : {}),
    ...(message ? { message } : {}),
  });
  return (
    <form {...form} className="stack" style={{ '--gap': '18px' }}>
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <input type="hidden" name="next" defaultValue={next} ref={(input) => void withPlace(input, next)} />
      <TextField {...field('email')} label="Email" type="email" autoComplete="username" required />
      <TextField {...field('password')} label="Password" type="password" autoComplete="current-password" required />
      <SubmitButton variant="ink" wide pending={pending} className="mt-[24px]">
        Sign in
      </SubmitButton>
    </form>
  );
}
