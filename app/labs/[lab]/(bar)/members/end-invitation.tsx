'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { FieldError } from '@/ui/field';
import { SubmitButton } from '@/ui/submit-button';
import { endInvitation } from './actions';

/** Ends a link at once. */
export function EndInvitation({ slug, id, of }: { slug: string; id: string; of: string }) {
  const { state, pending, form } = useForm(endInvitation);
  return (
    <form {...form}>
      <SubmitButton variant="plain" size="sm" pending={pending} aria-label={`End the link ${of}`}>
        End it
      </SubmitButton>
      {state.message && <FieldError>{state.message}</FieldError>}
      <Carried slug={slug} id={id} />
    </form>
  );
}
