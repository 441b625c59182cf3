'use client';

import { Link as LinkIcon } from 'lucide-react';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { Button } from '@/ui/button';
import { FormDialog } from '@/ui/form-dialog';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { invite } from './actions';
import { InvitedAs, LinkLimits } from './link-limits';
import { OnceLink } from './once-link';
import { useOpenings } from './use-openings';

/** Makes an invitation link in a dialog; each opening makes another one. */
export function NewInvitation({ slug }: { slug: string }) {
  const { dialog, times } = useOpenings();
  return (
    <FormDialog
      name="invitation-link"
      {...dialog}
      title="New invitation link"
      detail="Whoever follows it makes an account, or signs in, and is a member."
      trigger={
        <Button variant="ink">
          <Icon as={LinkIcon} />
          New invitation link
        </Button>
      }
    >
      <InvitationForm key={times} slug={slug} />
    </FormDialog>
  );
}

function InvitationForm({ slug }: { slug: string }) {
  const start = { role: 'rep', days: '14', maxUses: '10' };
  const { state, pending, form, field } = useForm<string>(invite, { values: start });
  if (state.done) return <OnceLink url={state.done} />;
  return (
    <form {...form} className="stack mt-4">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <InvitedAs field={field} />
      <LinkLimits field={field} />
      <SubmitButton variant="ink" pending={pending}>
        Make the link
      </SubmitButton>
      <Carried slug={slug} />
    </form>
  );
}
