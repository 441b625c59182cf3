'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { FieldError } from '@/ui/field';
import { SubmitButton } from '@/ui/submit-button';
import { endGuestLink } from './actions';

/** Ends a guest's link at once, and the listening of those who came by it. */
export function EndGuestLink({ slug, id, number }: { slug: string; id: string; number: number }) {
  const { state, pending, form } = useForm(endGuestLink);
  return (
    <form {...form}>
      <SubmitButton variant="plain" size="sm" pending={pending} aria-label={`End the guest link to session ${number}`}>
        End it
      </SubmitButton>
      {state.message && <FieldError>{state.message}</FieldError>}
      <Carried slug={slug} id={id} />
    </form>
  );
}
