'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { joinAsMe, joinAsNew } from './actions';

interface JoinAsNewProps {
  token: string;
  labName: string;
  /** Whom the link was made for, as the address to begin with; null where it is anybody's. */
  email: string | null;
  /** The link is for that address alone. */
  bound: boolean;
}

/** A new account, made by whoever follows the link. */
export function JoinAsNew({ token, labName, email, bound }: JoinAsNewProps) {
  const { state, pending, form, field } = useForm(joinAsNew, { values: { email: email ?? '' } });
  return (
    <form {...form} className="stack mt-[34px]">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <TextField
        {...field('name')}
        label="Your name"
        hint="Everyone in the lab sees it."
        autoComplete="name"
        required
      />
      <TextField
        {...field('email')}
        label="Email"
        {...(bound && email ? { hint: 'The link is for this address alone.', readOnly: true } : {})}
        type="email"
        autoComplete="email"
        required
      />
      <TextField
        {...field('password')}
        label="Password"
        hint="Twelve characters or more. A short sentence is fine."
        type="password"
        autoComplete="new-password"
        required
      />
      <SubmitButton variant="ink" wide pending={pending}>
        Make an account and join {labName}
      </SubmitButton>
      <Carried token={token} />
    </form>
  );
}

/** One press for whoever is signed in. */
export function JoinAsMe({ token, labName }: { token: string; labName: string }) {
  const { state, pending, form } = useForm(joinAsMe);
  return (
    <form {...form} className="stack mt-[34px]">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <SubmitButton variant="ink" wide pending={pending}>
        Join {labName}
      </SubmitButton>
      <Carried token={token} />
    </form>
  );
}
