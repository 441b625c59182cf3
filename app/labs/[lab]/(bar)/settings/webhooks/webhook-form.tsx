'use client';

import { startTransition, useActionState } from 'react';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import type { Webhook } from '@/db/webhooks';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { SwitchField } from '@/ui/toggles';
import { changeThisWebhook, removeThisWebhook } from './actions';
import { WebhookFields } from './webhook-fields';

/** One webhook: where to, of what, on or off; and its end. */
export function WebhookForm({ slug, webhook }: { slug: string; webhook: Webhook }) {
  const { state, pending, form } = useForm<string>(changeThisWebhook);
  const [refused, remove] = useActionState(() => removeThisWebhook(slug, webhook.id), undefined);
  const fault = refused ?? state.message;
  return (
    <form {...form}>
      {fault && (
        <Notice tone="fault" className="mb-4">
          {fault}
        </Notice>
      )}
      <WebhookFields url={state.values?.url ?? webhook.url} events={webhook.events} errors={state.errors} />
      <div className="mt-4">
        <SwitchField name="enabled" defaultChecked={webhook.enabled} label="Switched on" />
      </div>
      <div className="row wrap mt-4">
        <SubmitButton pending={pending}>Save</SubmitButton>
        <ConfirmDialog
          title="Remove this webhook?"
          detail="It is told nothing any more, and its log goes with it."
          confirm="Remove it"
          cancel="Keep it"
          trigger={<Button variant="plain">Remove it</Button>}
          onConfirm={() => startTransition(remove)}
        />
        <span className="meta" role="status">
          {state.done}
        </span>
      </div>
      <Carried slug={slug} webhook={webhook.id} />
    </form>
  );
}
