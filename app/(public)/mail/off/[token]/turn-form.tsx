'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { turn } from './actions';

interface TurnFormProps {
  token: string;
  /** Whether they have it now. */
  wanted: boolean;
}

/** One button: off, and on again. */
export function TurnForm({ token, wanted }: TurnFormProps) {
  const { state, pending, form } = useForm<boolean>(turn);
  const on = state.done ?? wanted;
  return (
    <form {...form} className="stack">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <div role="status">{!on && <Notice tone="ok">You don’t get it by mail.</Notice>}</div>
      <SubmitButton variant="ink" wide pending={pending}>
        {on ? 'Turn it off' : 'Turn it on again'}
      </SubmitButton>
      <Carried token={token} wanted={on ? 'no' : 'yes'} />
    </form>
  );
}
