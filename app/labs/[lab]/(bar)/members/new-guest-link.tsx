'use client';

import { Ear } from 'lucide-react';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { Button } from '@/ui/button';
import { FormDialog } from '@/ui/form-dialog';
import { Icon } from '@/ui/icon';
import { SelectField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { askGuest } from './actions';
import { LinkLimits } from './link-limits';
import { OnceLink } from './once-link';
import { useOpenings } from './use-openings';

interface NewGuestLinkProps {
  slug: string;
  /** The sessions to come, with what each is called. */
  sessions: { id: string; label: string }[];
}

/** Makes a guest's link in a dialog; each opening makes another one. */
export function NewGuestLink({ slug, sessions }: NewGuestLinkProps) {
  const { dialog, times } = useOpenings();
  return (
    <FormDialog
      name="guest-link"
      {...dialog}
      title="New guest link"
      detail="Whoever follows it gives a name, and listens in to that session. They can’t write, but for one sealed question."
      trigger={
        <Button size="sm" reason={sessions.length === 0 && 'Schedule a session first.'}>
          <Icon as={Ear} />
          New guest link
        </Button>
      }
    >
      <GuestLinkForm key={times} slug={slug} sessions={sessions} />
    </FormDialog>
  );
}

function GuestLinkForm({ slug, sessions }: NewGuestLinkProps) {
  const start = { sessionId: sessions[0]?.id ?? '', days: '7', maxUses: '3' };
  const { state, pending, form, field } = useForm<string>(askGuest, { values: start });
  if (state.done) return <OnceLink url={state.done} />;
  return (
    <form {...form} className="stack mt-4">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <SelectField {...field('sessionId')} label="To">
        {sessions.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <LinkLimits field={field} />
      <SubmitButton variant="ink" pending={pending}>
        Make the link
      </SubmitButton>
      <Carried slug={slug} />
    </form>
  );
}
