'use client';

import { startTransition } from 'react';
import type { FormState } from '@/app/form-state';
import { UNREACHED } from '@/app/reached';
import { useAction } from '@/app/use-action';
import { useForm } from '@/app/use-form';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { changeEmail, confirmAgain, keepEmail } from './email-actions';
import { OwnPassword } from './own-password';

interface EmailPartProps {
  email: string;
  confirmed: boolean;
  /** The address that is to be theirs, and waits to be confirmed. */
  toBe: string | undefined;
  hasPassword: boolean;
  /** Whether there is a mail server to confirm by. */
  mails: boolean;
}

/** The address that signs in, and another in its place. */
export function EmailPart({ email, confirmed, toBe, hasPassword, mails }: EmailPartProps) {
  const { state, pending, form, field } = useForm<string>(changeEmail);
  return (
    <div>
      <p className="b break-words">{email}</p>
      <p className="meta mt-1">You sign in with it. Only hosts see it.{mails && confirmed && ' It is confirmed.'}</p>
      {mails && (toBe !== undefined || !confirmed) && <Waiting toBe={toBe} />}
      <form key={state.done ?? 'open'} {...form} className="mt-5">
        {state.done && (
          <Notice tone="ok" className="mb-4">
            {state.done}
          </Notice>
        )}
        {state.message && (
          <Notice tone="fault" className="mb-4">
            {state.message}
          </Notice>
        )}
        <div className="fields-2 mt-0">
          <TextField {...field('email')} label="Another email" type="email" autoComplete="email" required />
          {hasPassword && <OwnPassword {...field('password')} />}
        </div>
        <SubmitButton pending={pending} className="mt-[14px]">
          Change the email
        </SubmitButton>
      </form>
    </div>
  );
}

function Waiting({ toBe }: { toBe: string | undefined }) {
  const [state, again, pending] = useAction<FormState<string>, void>(confirmAgain, {}, () => ({ message: UNREACHED }));
  return (
    <Notice
      className="mt-4"
      action={
        <span className="row wrap gap-2">
          <Button size="sm" pending={pending} onClick={() => startTransition(again)}>
            Send the link again
          </Button>
          {toBe !== undefined && (
            <Button size="sm" variant="plain" onClick={() => startTransition(() => keepEmail())}>
              Keep the old one
            </Button>
          )}
        </span>
      }
    >
      {state.done ??
        state.message ??
        (toBe === undefined
          ? 'It is not confirmed yet: follow the link in the mail that was sent to it.'
          : `${toBe} becomes your address once you follow the link in the mail that was sent to it.`)}
    </Notice>
  );
}
