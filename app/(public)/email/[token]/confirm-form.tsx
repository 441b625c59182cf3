'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { LinkButton } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { confirmAddress } from './actions';

/** One press. */
export function ConfirmForm({ token }: { token: string }) {
  const { state, pending, form } = useForm<true>(confirmAddress);
  if (state.done) return <Confirmed />;
  return (
    <form {...form} className="stack">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <SubmitButton variant="ink" wide pending={pending}>
        Confirm the address
      </SubmitButton>
      <Carried token={token} />
    </form>
  );
}

/** The address is theirs, and counts. */
export function Confirmed() {
  return (
    <div className="stack">
      <Notice tone="ok">The address is confirmed.</Notice>
      <LinkButton variant="ink" href="/">
        Go on
      </LinkButton>
    </div>
  );
}
