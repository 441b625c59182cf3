'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import type { EmailStanding } from '@/domain/member-list';
import { FieldError } from '@/ui/field';
import { Unscripted } from '@/ui/form-dialog';
import { SubmitButton } from '@/ui/submit-button';
import { acceptAsking } from './actions';
import type { AnswerLink } from './answer-link';
import { DeclineRequests } from './decline-requests';
import { LinkAnew } from './link-anew';
import { OnceLink } from './once-link';

interface AnswerRequestProps {
  slug: string;
  id: string;
  name: string;
  email: string;
  standing: EmailStanding | undefined;
  /** The role that they were taken in as, and the link that is theirs, where they have not come yet. */
  accepted: { role: string; invitationId: string } | undefined;
  /** Whether there is a mail server. */
  mails: boolean;
}

const ANSWERS = [
  ['rep', 'ink', 'Take in as rep'],
  ['observer', 'outline', 'Take in as observer'],
] as const;

/** Takes somebody in, or declines. The link stays until it is used; it can be made anew, and is mailed again then. */
export function AnswerRequest({ slug, id, name, email, standing, accepted, mails }: AnswerRequestProps) {
  const { state, pending, form } = useForm<AnswerLink>(acceptAsking);
  if (accepted) {
    return (
      <div>
        <p className="soft">
          Taken in as {accepted.role}, and not come yet.{' '}
          {state.done &&
            (state.done.link
              ? `Send this link to ${email}: it works once, for an account with that address.`
              : `A mail with their link is on its way to ${email}.`)}
        </p>
        {state.done?.link && <OnceLink url={state.done.link} />}
        <LinkAnew slug={slug} id={accepted.invitationId} of={name} />
      </div>
    );
  }
  return (
    <>
      {standing === 'member' && <p className="soft mb-2">This address is a member’s already: decline it.</p>}
      {standing === 'removed' && (
        <p className="soft mb-2">A host had removed them. Taking them in lets them back in.</p>
      )}
      <div className="row wrap">
        {standing !== 'member' && (
          <form {...form} className="row wrap">
            {ANSWERS.map(([as, variant, label]) => (
              <SubmitButton
                key={as}
                name="as"
                value={as}
                variant={variant}
                size="sm"
                pending={pending}
                aria-label={`${label}: ${name}`}
              >
                {label}
              </SubmitButton>
            ))}
            <Carried slug={slug} id={id} />
            <Unscripted />
          </form>
        )}
        <DeclineRequests slug={slug} ids={[id]} of={name} mails={mails} tell={standing !== 'member'} />
      </div>
      {state.message && (
        <div role="alert">
          <FieldError>{state.message}</FieldError>
        </div>
      )}
    </>
  );
}
