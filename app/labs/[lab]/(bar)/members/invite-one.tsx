'use client';

import { Mail } from 'lucide-react';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { Button } from '@/ui/button';
import { FormDialog } from '@/ui/form-dialog';
import { Icon } from '@/ui/icon';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { inviteOne } from './actions';
import type { InvitedOne } from './invited-one';
import { HoldsFor, InvitedAs } from './link-limits';
import { OnceLink } from './once-link';
import { useOpenings } from './use-openings';

interface InviteOneProps {
  slug: string;
  /** Whether the link leaves by mail; otherwise the host sends it. */
  mails: boolean;
}

/** Invites an address in a dialog; each opening invites another one. */
export function InviteOne({ slug, mails }: InviteOneProps) {
  const { dialog, times } = useOpenings();
  return (
    <FormDialog
      name="invite"
      {...dialog}
      title="Invite an address"
      detail={
        mails
          ? 'A mail with a link that works once.'
          : 'A link that works once, for whoever opens it. There is no mail server here: you send it.'
      }
      trigger={
        <Button>
          <Icon as={Mail} />
          Invite an address
        </Button>
      }
    >
      <InviteForm key={times} slug={slug} mails={mails} />
    </FormDialog>
  );
}

function InviteForm({ slug, mails }: InviteOneProps) {
  const { state, pending, form, field } = useForm<InvitedOne>(inviteOne, { values: { role: 'rep', days: '14' } });
  if (state.done) {
    const { email, link } = state.done;
    return (
      <>
        <p className="soft mt-4">
          {mails ? `A mail with this link is on its way to ${email}.` : `Send this link to ${email}.`}
        </p>
        <OnceLink url={link} />
      </>
    );
  }
  return (
    <form {...form} className="stack mt-4">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <TextField {...field('email')} label="Email" type="email" autoComplete="off" required />
      <div className="fields-2">
        <InvitedAs field={field} />
        <HoldsFor field={field} />
      </div>
      <SubmitButton variant="ink" pending={pending}>
        Invite
      </SubmitButton>
      <Carried slug={slug} />
    </form>
  );
}
