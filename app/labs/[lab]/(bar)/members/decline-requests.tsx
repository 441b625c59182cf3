'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { counted } from '@/domain/number-words';
import { Button } from '@/ui/button';
import { DialogClose } from '@/ui/dialog';
import { FieldError } from '@/ui/field';
import { FormDialog, Unscripted } from '@/ui/form-dialog';
import { SubmitButton } from '@/ui/submit-button';
import { Checkbox } from '@/ui/toggles';
import { declineAsking } from './actions';

interface DeclineRequestsProps {
  slug: string;
  ids: string[];
  /** Whose request it is; missing for several. */
  of?: string;
  /** Whether there is a mail server to tell them by. */
  mails: boolean;
  /** Whether they are told, unless the host says otherwise. */
  tell: boolean;
}

/** Declines one request or several; it asks whether they are told. */
export function DeclineRequests({ slug, ids, of, mails, tell }: DeclineRequestsProps) {
  const whom = of ?? counted(ids.length, 'request');
  return (
    <FormDialog
      name={`decline-${ids.join('-')}`}
      title={`Decline ${whom}?`}
      detail={
        mails
          ? 'They can ask again.'
          : 'They can ask again. There is no mail server here: they hear of it from you, or not at all.'
      }
      trigger={
        <Button variant="plain" size="sm" aria-label={`Decline: ${whom}`}>
          {of ? 'Decline' : 'Decline all'}
        </Button>
      }
    >
      <DeclineForm slug={slug} ids={ids} verb={`Decline ${whom}`} mails={mails} tell={tell} />
    </FormDialog>
  );
}

function DeclineForm({ slug, ids, verb, mails, tell }: Omit<DeclineRequestsProps, 'of'> & { verb: string }) {
  const { state, pending, form } = useForm(declineAsking);
  return (
    <form {...form} className="mt-4">
      {mails && (
        <Checkbox
          name="tell"
          value="on"
          defaultChecked={tell}
          label={ids.length === 1 ? 'Tell them by mail' : 'Tell each of them by mail'}
        />
      )}
      {state.message && (
        <div role="alert">
          <FieldError>{state.message}</FieldError>
        </div>
      )}
      <div className="dialog-foot">
        <SubmitButton variant="ink" pending={pending}>
          {verb}
        </SubmitButton>
        <DialogClose>
          <Button variant="plain" autoFocus>
            Not yet
          </Button>
        </DialogClose>
      </div>
      <Carried slug={slug} ids={ids.join(',')} />
      <Unscripted />
    </form>
  );
}
