'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { FieldError } from '@/ui/field';
import { SubmitButton } from '@/ui/submit-button';
import { makeLinkAnew } from './actions';
import type { AnswerLink } from './answer-link';
import { OnceLink } from './once-link';

/** Makes an invitation's link anew, for a host who has lost it. */
export function LinkAnew({ slug, id, of }: { slug: string; id: string; of: string }) {
  const { state, pending, form } = useForm<AnswerLink>(makeLinkAnew);
  return (
    <form {...form}>
      {state.done && (
        <>
          {state.done.link ? (
            <OnceLink url={state.done.link} />
          ) : (
            <p role="status">A mail with the new link is on its way.</p>
          )}
          <p className="meta">The earlier link leads nowhere now.</p>
        </>
      )}
      <SubmitButton variant="plain" size="sm" pending={pending} aria-label={`Make the link of ${of} anew`}>
        Make the link anew
      </SubmitButton>
      {state.message && (
        <div role="alert">
          <FieldError>{state.message}</FieldError>
        </div>
      )}
      <Carried slug={slug} id={id} />
    </form>
  );
}
