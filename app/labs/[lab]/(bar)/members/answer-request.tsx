'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { FieldError } from '@/ui/field';
import { SubmitButton } from '@/ui/submit-button';
import { answerRequest } from './actions';
import { OnceLink } from './once-link';

interface AnswerRequestProps {
  slug: string;
  id: string;
  name: string;
  email: string;
  /** Whether the answer leaves by mail; otherwise the host sends the link. */
  mails: boolean;
}

const ANSWERS = [
  ['rep', 'ink', 'Take in as rep'],
  ['observer', 'outline', 'Take in as observer'],
  ['decline', 'plain', 'Decline'],
] as const;

/** Takes somebody in, or declines; the link is shown this once. */
export function AnswerRequest({ slug, id, name, email, mails }: AnswerRequestProps) {
  const { state, pending, form } = useForm<string>(answerRequest);
  if (state.done) {
    return (
      <div>
        <p className="soft">
          {mails
            ? `A mail with this link is on its way to ${email}.`
            : `Send this link to ${email}: it is for them alone.`}
        </p>
        <OnceLink url={state.done} />
      </div>
    );
  }
  return (
    <form {...form} className="row wrap">
      {ANSWERS.map(([answer, variant, label]) => (
        <SubmitButton
          key={label}
          name="answer"
          value={answer}
          variant={variant}
          size="sm"
          pending={pending}
          aria-label={`${label}: ${name}`}
        >
          {label}
        </SubmitButton>
      ))}
      {state.message && <FieldError>{state.message}</FieldError>}
      <Carried slug={slug} id={id} />
    </form>
  );
}
