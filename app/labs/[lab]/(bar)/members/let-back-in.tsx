'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { FieldError } from '@/ui/field';
import { SubmitButton } from '@/ui/submit-button';
import { letBack } from './actions';

/** Makes somebody a member again, as what they were. */
export function LetBackIn({ slug, memberId, name }: { slug: string; memberId: string; name: string }) {
  const { state, pending, form } = useForm(letBack);
  return (
    <form {...form}>
      <SubmitButton variant="plain" size="sm" pending={pending} aria-label={`Let ${name} back in`}>
        Let back in
      </SubmitButton>
      {state.message && <FieldError>{state.message}</FieldError>}
      <Carried slug={slug} memberId={memberId} />
    </form>
  );
}
